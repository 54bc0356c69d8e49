extension Schema {
    /// Who has left a program, which programs are archived, and who has moved to another address.
    ///
    /// A move can be undone by its old address, and the new one acts once it has proved itself: each by the digest of the secret
    /// that was mailed there, which goes when it is of no use any more.
    static let moves = """
        CREATE TABLE departure(
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            since INTEGER NOT NULL,
            PRIMARY KEY (program, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX departure_by_person ON departure(person);

        CREATE TABLE archived_program(
            program TEXT NOT NULL PRIMARY KEY REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            since INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE address_move(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            old TEXT NOT NULL CHECK (old = lower(old) AND old LIKE '_%@_%'),
            new TEXT NOT NULL CHECK (new = lower(new) AND new LIKE '_%@_%' AND new <> old),
            made INTEGER NOT NULL,
            proved INTEGER CHECK (proved >= made),
            undone INTEGER CHECK (undone >= made),
            proof BLOB UNIQUE
                CHECK (proof IS NULL OR length(proof) = 32 AND proved IS NULL AND undone IS NULL),
            undo BLOB UNIQUE CHECK (undo IS NULL OR length(undo) = 32 AND undone IS NULL)
        ) STRICT;
        CREATE INDEX address_move_by_person ON address_move(person, id);
        CREATE INDEX address_move_by_old ON address_move(old);

        -- To which address an invitation was answered from the mailbox that had it before: a calendar knows no other.
        CREATE TABLE former_invitation(
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            email TEXT NOT NULL CHECK (email = lower(email) AND email LIKE '_%@_%'),
            token TEXT,
            PRIMARY KEY (person, session, email)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX former_invitation_by_session ON former_invitation(session);
        """
}
