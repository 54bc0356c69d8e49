import CivilTime
import Mentoring

extension Transaction {
    func trainees(of program: Program.Name) throws -> [Person] {
        try all(
            .person,
            """
            SELECT person.* FROM trainee JOIN person ON person.id = trainee.person
            WHERE trainee.program = ? ORDER BY person.email
            """, [program], Person.init)
    }

    func addTrainee(_ person: Identifier<Person>, to program: Program.Name, at: Instant) throws {
        try change(
            "INSERT INTO trainee(program, person, since) VALUES (?, ?, ?) ON CONFLICT(program, person) DO NOTHING",
            [program, person, at])
    }
}
