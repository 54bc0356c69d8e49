extension Schema {
    /// What a program's organizers said of somebody whom other programs know, which is all that the program says of them.
    ///
    /// Whoever a program knew before is known to it as before.
    static let introductions = """
        CREATE TABLE introduction(
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            name TEXT NOT NULL,
            zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
            PRIMARY KEY (program, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX introduction_by_person ON introduction(person);
        """
}
