extension Schema {
    /// Where an absence holds: in the program whose organizers entered it, or everywhere.
    ///
    /// Who has said nothing themself has not said this either: each program that named them has it.
    static let absences = """
        ALTER TABLE away ADD COLUMN program TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT;
        INSERT INTO away(person, first_day, last_day, program)
            SELECT away.person, away.first_day, away.last_day, other.program
            FROM away JOIN person ON person.id = away.person AND NOT person.has_spoken
                JOIN introduction AS other ON other.person = away.person
                    AND EXISTS (SELECT * FROM introduction AS first
                        WHERE first.person = other.person AND first.program < other.program)
            ORDER BY away.id, other.program;
        UPDATE away SET program = (SELECT min(program) FROM introduction WHERE introduction.person = away.person)
            WHERE program IS NULL AND person IN (SELECT id FROM person WHERE NOT has_spoken);
        """
}
