extension Schema {
    // A mailbox gets one letter a day, whatever form of its address is typed in; what was typed in last is only proposed to
    // whoever reads it. A letter that waits keeps its address as its mailbox for the day that it has left.
    static let signUpLimits = """
        CREATE TABLE sign_up_by_mailbox(
            mailbox TEXT NOT NULL PRIMARY KEY,
            email TEXT NOT NULL,
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            name TEXT NOT NULL,
            zone TEXT NOT NULL,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            made INTEGER NOT NULL,
            counted_for TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT
        ) STRICT, WITHOUT ROWID;
        INSERT INTO sign_up_by_mailbox SELECT email, email, program, name, zone, digest, made, program FROM sign_up;
        DROP TABLE sign_up;
        ALTER TABLE sign_up_by_mailbox RENAME TO sign_up;
        CREATE INDEX sign_up_by_program ON sign_up(program);
        CREATE INDEX sign_up_by_count ON sign_up(counted_for);
        CREATE INDEX sign_up_by_age ON sign_up(made);

        CREATE TABLE join_request(
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            email TEXT NOT NULL CHECK (email = lower(email) AND email LIKE '_%@_%'),
            kind TEXT NOT NULL CHECK (kind IN ('asked', 'invited')),
            name TEXT NOT NULL,
            zone TEXT NOT NULL,
            made INTEGER NOT NULL,
            PRIMARY KEY (program, email)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE program ADD COLUMN joining TEXT CHECK (joining IN ('invited', 'asked', 'open'));
        ALTER TABLE program ADD COLUMN askers_told INTEGER;
        """
}
