extension Schema {
    /// What a program's file said when it was applied last, so that the next one changes only what changed in it.
    ///
    /// What is about a person goes with them.
    static let fileFacts = """
        CREATE TABLE file_fact(
            id INTEGER PRIMARY KEY,
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            person INTEGER REFERENCES person ON DELETE CASCADE,
            key TEXT NOT NULL,
            value TEXT NOT NULL
        ) STRICT;
        CREATE INDEX file_fact_by_program ON file_fact(program);
        CREATE INDEX file_fact_by_person ON file_fact(person);
        """
}
