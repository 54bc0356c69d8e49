extension Schema {
    /// Whose a nickname is by their own word alone, and who says so of one that an organizer has to confirm.
    static let nicknameClaims = """
        ALTER TABLE nickname ADD COLUMN proved INTEGER NOT NULL DEFAULT 0 CHECK (proved IN (0, 1));
        CREATE TABLE nickname_claim(
            id INTEGER PRIMARY KEY,
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            key TEXT NOT NULL CHECK (length(CAST(key AS BLOB)) BETWEEN 1 AND 64),
            text TEXT NOT NULL,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            UNIQUE (program, key, person)
        ) STRICT;
        CREATE INDEX nickname_claim_by_person ON nickname_claim(person);
        """
}
