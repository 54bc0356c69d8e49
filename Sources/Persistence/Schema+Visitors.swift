extension Schema {
    /// Who spoke in a session under a nickname that is nobody's yet: `speaker` numbers them within the session, since one may
    /// have had several nicknames, in the order of `place`.
    ///
    /// Signs of rank before a nickname, such as the @ of Matrix, do not count any more for whether two are the same.
    static let visitors = """
        CREATE TABLE visitor(
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            key TEXT NOT NULL CHECK (length(CAST(key AS BLOB)) BETWEEN 1 AND 64),
            text TEXT NOT NULL,
            speaker INTEGER NOT NULL CHECK (speaker >= 1),
            place INTEGER NOT NULL CHECK (place >= 0),
            PRIMARY KEY (session, key)
        ) STRICT, WITHOUT ROWID;
        UPDATE OR IGNORE nickname SET key = ltrim(key, '@+%&!^') WHERE text GLOB '[@+%&!~]?*';
        """

    /// Of two nicknames that differ by a sign of rank alone the plain one stays: one nickname is one person's.
    static let nicknameRanks = """
        DELETE FROM nickname WHERE text GLOB '[@+%&!~]?*' AND key GLOB '[@+%&!^]*' AND ltrim(key, '@+%&!^') <> '';
        """
}
