extension Schema {
    /// Where an absence holds: in the program whose organizers entered it, or everywhere.
    ///
    /// Who has said nothing themself has not said this either: each program that named them has it.
    static let absences = """
        ALTER TABLE away ADD COLUMN program TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT;
        INSERT INTO away(person, first_day, last_day, program)
            SELECT away.person, away.first_day, away.last_day, introduction.program
            FROM away JOIN introduction ON introduction.person = away.person
                JOIN person ON person.id = away.person AND NOT person.has_spoken
            ORDER BY away.id, introduction.program;
        DELETE FROM away WHERE program IS NULL AND person IN (SELECT person FROM away WHERE program IS NOT NULL);
        """
}
