extension Schema {
    /// Attendance of more than one kind, and how it is known: nicknames and logs of the chat, written answers.
    static let attendance = """
        ALTER TABLE attendance ADD COLUMN kind TEXT NOT NULL DEFAULT 'missed'
            CHECK (kind IN ('present', 'missed', 'asynchronous'));
        ALTER TABLE attendance ADD COLUMN evidence TEXT NOT NULL DEFAULT 'record'
            CHECK (evidence IN ('record', 'log', 'check-in', 'answers')
                AND (kind = 'asynchronous') = (evidence = 'answers') AND (kind = 'present' OR evidence IN ('record', 'answers')));
        UPDATE attendance SET kind = 'present' WHERE present;
        ALTER TABLE attendance DROP COLUMN present;

        CREATE TABLE nickname(
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            key TEXT NOT NULL CHECK (length(CAST(key AS BLOB)) BETWEEN 1 AND 64),
            text TEXT NOT NULL,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            PRIMARY KEY (program, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX nickname_by_person ON nickname(person);

        ALTER TABLE program ADD COLUMN bots TEXT NOT NULL DEFAULT '';

        CREATE TABLE session_log(
            session INTEGER NOT NULL PRIMARY KEY REFERENCES session ON DELETE CASCADE,
            address TEXT NOT NULL CHECK (address LIKE 'http%://_%')
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE written_answers(
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            text TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) BETWEEN 1 AND 16384),
            written INTEGER NOT NULL,
            signed_off INTEGER CHECK (signed_off >= written),
            PRIMARY KEY (session, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX written_answers_by_person ON written_answers(person);

        CREATE TRIGGER written_answers_signed_off BEFORE UPDATE ON written_answers WHEN OLD.signed_off IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'answers that were signed off do not change'); END;
        """
}
