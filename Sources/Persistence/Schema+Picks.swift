extension Schema {
    /// The revision that a session reads, its mentor's questions, what servers say of changes, and who was reminded to pick.
    static let picks = """
        ALTER TABLE session ADD COLUMN revision TEXT;
        ALTER TABLE session ADD COLUMN questions TEXT CHECK (length(CAST(questions AS BLOB)) <= 4096);

        CREATE TABLE change_facts(
            review INTEGER PRIMARY KEY REFERENCES review ON DELETE CASCADE,
            title TEXT NOT NULL,
            owner TEXT NOT NULL,
            project TEXT NOT NULL,
            lines_added INTEGER CHECK (lines_added >= 0),
            lines_removed INTEGER CHECK (lines_removed >= 0),
            state TEXT NOT NULL CHECK (state IN ('open', 'merged', 'abandoned')),
            revision TEXT NOT NULL,
            fetched INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE pick_reminder(
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            sent INTEGER NOT NULL,
            PRIMARY KEY (session, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pick_reminder_by_person ON pick_reminder(person);
        """
}
