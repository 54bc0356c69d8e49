extension Schema {
    /// People who would like to join, and have not yet shown that the address is theirs.
    static let signUps = """
        CREATE TABLE sign_up(
            email TEXT NOT NULL PRIMARY KEY,
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            name TEXT NOT NULL,
            zone TEXT NOT NULL,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            made INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sign_up_by_program ON sign_up(program);
        CREATE INDEX sign_up_by_age ON sign_up(made);
        """
}
