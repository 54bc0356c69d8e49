extension Schema {
    /// Who did what: each change in the transaction that makes it, never changed and never removed.
    static let log = """
        CREATE TABLE log_entry(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            moment INTEGER NOT NULL,
            actor TEXT CHECK (actor = lower(actor) AND actor LIKE '_%@_%'),
            role TEXT CHECK (role IN ('trainee', 'mentor', 'organizer')),
            way TEXT NOT NULL CHECK (way IN ('command', 'api', 'web', 'mail', 'itself')),
            action TEXT NOT NULL,
            program TEXT REFERENCES program ON UPDATE RESTRICT,
            subject TEXT,
            fields TEXT NOT NULL
        ) STRICT;
        CREATE INDEX log_entry_by_program ON log_entry(program, id);
        CREATE INDEX log_entry_by_actor ON log_entry(actor, id);
        CREATE TRIGGER log_entry_stays BEFORE UPDATE ON log_entry
            BEGIN SELECT RAISE(ABORT, 'what was written down stays as it is'); END;
        CREATE TRIGGER log_entry_is_kept BEFORE DELETE ON log_entry
            BEGIN SELECT RAISE(ABORT, 'what was written down is kept'); END;
        """
}
