extension Schema {
    /// Whom a letter asked whether they go on in the next season, each by the digest of the secret in its link.
    static let standingOffers = """
        CREATE TABLE standing_offer(
            digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            region TEXT NOT NULL CHECK (region IN ('asia', 'europe', 'americas')),
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            season TEXT NOT NULL,
            since INTEGER NOT NULL,
            FOREIGN KEY (program, season) REFERENCES season(program, name) ON DELETE CASCADE ON UPDATE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX standing_offer_by_person ON standing_offer(person);
        CREATE INDEX standing_offer_by_season ON standing_offer(program, season);
        """
}
