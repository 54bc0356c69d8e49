extension Schema {
    /// The path to core: what its stages ask for, and who led a session together with its mentor.
    ///
    /// `areas` is NULL where a stage asks for all that the program file names.
    static let path = """
        CREATE TABLE stage(
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            place INTEGER NOT NULL CHECK (place >= 1),
            name TEXT NOT NULL,
            sessions INTEGER NOT NULL CHECK (sessions >= 0),
            discussed INTEGER NOT NULL CHECK (discussed >= 0),
            areas INTEGER CHECK (areas >= 0),
            co_led INTEGER NOT NULL CHECK (co_led >= 0),
            PRIMARY KEY (program, place),
            UNIQUE (program, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE co_leader(
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            PRIMARY KEY (session, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX co_leader_by_person ON co_leader(person);
        """
}
