extension Schema {
    /// Whether a slot's zone was named for it, so that it does not follow the clock of its mentor.
    ///
    /// Of those stored before, it is known where the zone is none of its mentor's; and so of what their file said.
    static let namedZones = """
        ALTER TABLE slot ADD COLUMN names_zone INTEGER NOT NULL DEFAULT 0 CHECK (names_zone IN (0, 1));

        UPDATE slot SET names_zone = 1 WHERE zone <> coalesce(
            (SELECT introduction.zone FROM introduction
                WHERE introduction.program = slot.program AND introduction.person = slot.mentor),
            (SELECT person.zone FROM person WHERE person.id = slot.mentor));

        INSERT INTO file_fact(program, person, key, value)
            SELECT program, person, key || ' named', '' FROM file_fact
            WHERE key LIKE 'slot %, zone' AND value <> coalesce(
                (SELECT introduction.zone FROM introduction
                    WHERE introduction.program = file_fact.program AND introduction.person = file_fact.person),
                (SELECT person.zone FROM person WHERE person.id = file_fact.person))
            ORDER BY id;
        """
}
