extension Schema {
    /// What a program's organizers said of somebody, which is all that the program shows of them until they speak themself.
    ///
    /// Of those who mentor or volunteer already, whoever has neither joined a program nor a token is taken to have said nothing.
    static let introductions = """
        CREATE TABLE introduction(
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            name TEXT NOT NULL,
            zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
            PRIMARY KEY (program, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX introduction_by_person ON introduction(person);

        ALTER TABLE person ADD COLUMN has_spoken INTEGER NOT NULL DEFAULT 0 CHECK (has_spoken IN (0, 1));
        UPDATE person SET has_spoken = 1
            WHERE id IN (SELECT person FROM trainee) OR id IN (SELECT person FROM access_token);
        INSERT INTO introduction(program, person, name, zone)
            SELECT led.program, person.id, person.name, person.zone
            FROM (SELECT program, person FROM mentor UNION SELECT program, person FROM volunteer) AS led
                JOIN person ON person.id = led.person
            WHERE NOT person.has_spoken;
        """
}
