extension Schema {
    /// Where an absence holds: in the program whose organizers entered it, or everywhere.
    ///
    /// Of those who have said nothing themselves, and whom one program alone has named, the days are that program's.
    static let absences = """
        ALTER TABLE away ADD COLUMN program TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT;
        UPDATE away SET program = (SELECT program FROM introduction WHERE introduction.person = away.person)
            WHERE person IN (
                SELECT introduction.person
                FROM introduction JOIN person ON person.id = introduction.person AND NOT person.has_spoken
                GROUP BY introduction.person HAVING count(*) = 1
            );
        """
}
