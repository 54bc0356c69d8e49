extension Schema {
    /// What people were asked by mail, each by the digest of the secret in its link.
    static let mailMatters = """
        CREATE TABLE mail_matter(
            digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            wish TEXT NOT NULL,
            made INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX mail_matter_by_person ON mail_matter(person, session);
        CREATE INDEX mail_matter_by_session ON mail_matter(session);
        """
}
