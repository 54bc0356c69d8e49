extension Schema {
    /// Who signs in: which tokens are a browser's, attempts to sign in, and from which session somebody came who signs up.
    ///
    /// An attempt to which nothing was written has no mailbox, no address and no link. The code in the letter is in no table:
    /// it follows from the attempt's secret and the key beside the database.
    static let signIns = """
        ALTER TABLE access_token ADD COLUMN kind TEXT NOT NULL DEFAULT 'token' CHECK (kind IN ('token', 'browser'));
        ALTER TABLE sign_up ADD COLUMN session INTEGER REFERENCES session ON DELETE SET NULL;
        CREATE INDEX sign_up_by_session ON sign_up(session);

        CREATE TABLE sign_in(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            mailbox TEXT,
            email TEXT CHECK (email = lower(email) AND email LIKE '_%@_%'),
            link BLOB UNIQUE CHECK (length(link) = 32),
            attempt BLOB NOT NULL UNIQUE CHECK (length(attempt) = 32),
            program TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            session INTEGER REFERENCES session ON DELETE SET NULL,
            tries INTEGER NOT NULL CHECK (tries BETWEEN 0 AND 5),
            made INTEGER NOT NULL,
            used INTEGER CHECK (used >= made),
            CHECK ((mailbox IS NULL) = (link IS NULL) AND (email IS NULL) = (link IS NULL)
                AND (used IS NULL OR link IS NOT NULL))
        ) STRICT;
        CREATE INDEX sign_in_by_mailbox ON sign_in(mailbox, made);
        CREATE INDEX sign_in_by_age ON sign_in(made);
        CREATE INDEX sign_in_by_program ON sign_in(program);
        CREATE INDEX sign_in_by_session ON sign_in(session);
        """
}
