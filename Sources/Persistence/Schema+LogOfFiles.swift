extension Schema {
    /// The log says of a change that it came by a program's file; what was written down before stays as it is.
    static let logOfFiles = """
        CREATE TABLE log_entry_with_files(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            moment INTEGER NOT NULL,
            actor TEXT CHECK (actor = lower(actor) AND actor LIKE '_%@_%'),
            role TEXT CHECK (role IN ('trainee', 'mentor', 'organizer')),
            way TEXT NOT NULL CHECK (way IN ('command', 'api', 'web', 'mail', 'file', 'itself')),
            action TEXT NOT NULL,
            program TEXT REFERENCES program ON UPDATE RESTRICT,
            subject TEXT,
            fields TEXT NOT NULL
        ) STRICT;
        INSERT INTO log_entry_with_files SELECT * FROM log_entry;
        DROP TABLE log_entry;
        ALTER TABLE log_entry_with_files RENAME TO log_entry;
        CREATE INDEX log_entry_by_program ON log_entry(program, id);
        CREATE INDEX log_entry_by_actor ON log_entry(actor, id);
        CREATE TRIGGER log_entry_stays BEFORE UPDATE ON log_entry
            BEGIN SELECT RAISE(ABORT, 'what was written down stays as it is'); END;
        CREATE TRIGGER log_entry_is_kept BEFORE DELETE ON log_entry
            BEGIN SELECT RAISE(ABORT, 'what was written down is kept'); END;
        """
}
