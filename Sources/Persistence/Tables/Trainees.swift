import CivilTime
import Mentoring

extension Transaction {
    func trainees(of program: Program.Name) throws -> [Person] {
        try all(
            .trainee,
            """
            SELECT trainee.*, \(Person.joinedColumns(in: "trainee.program"))
            FROM trainee JOIN person ON person.id = trainee.person
            WHERE trainee.program = ? ORDER BY person.email
            """, [program]
        ) { try $0.joinedPerson() }
    }

    func audience(of program: Program.Name) throws -> [TimeZoneID: Int] {
        let clocks = try all(
            .trainee,
            """
            SELECT coalesce(introduction.zone, person.zone) AS clock, count(*) AS heads
            FROM trainee JOIN person ON person.id = trainee.person
                LEFT JOIN introduction ON introduction.program = trainee.program AND introduction.person = person.id
            WHERE trainee.program = ? GROUP BY clock
            """, [program]
        ) { row -> (TimeZoneID, Int) in try (row.value("clock"), row.value("heads")) }
        return Dictionary(clocks, uniquingKeysWith: +)
    }

    func isTrainee(_ person: Identifier<Person>, of program: Program.Name) throws -> Bool {
        try one(.trainee, "SELECT person FROM trainee WHERE program = ? AND person = ?", [program, person]) { _ in
            true
        } ?? false
    }

    func addTrainee(_ person: Identifier<Person>, to program: Program.Name, at: Instant) throws {
        try addIfMissing(to: .trainee, ["program": program, "person": person, "since": at])
    }

    func removeTrainee(_ person: Identifier<Person>, from program: Program.Name) throws -> Bool {
        try change("DELETE FROM standing_enrollment WHERE program = ? AND person = ?", [program, person])
        // What a letter asked them ends with it: whoever joins again, or leads there, is enrolled by no link of before.
        try change("DELETE FROM standing_offer WHERE program = ? AND person = ?", [program, person])
        return try change("DELETE FROM trainee WHERE program = ? AND person = ?", [program, person]) > 0
    }
}

extension Table {
    static let trainee = Table("trainee", key: ["program", "person"])
}
