import Mentoring

extension Transaction {
    func absences(of person: Identifier<Person>) throws -> [Away] {
        try all(.away, "SELECT * FROM away WHERE person = ? ORDER BY first_day, id", [person], Away.init)
    }

    func person(absence id: Identifier<Away>) throws -> Person? {
        try one(
            .person, "SELECT person.* FROM person JOIN away ON away.person = person.id WHERE away.id = ?", [id],
            Person.init)
    }

    func add(_ away: Away) throws -> Away {
        var added = away
        added.id = try insert(
            into: .away,
            ["person": away.person, "first_day": away.days.from, "last_day": away.days.to, "program": away.program])
        return added
    }

    func remove(_ away: Identifier<Away>) throws -> Bool {
        try change("DELETE FROM away WHERE id = ?", [away]) == 1
    }
}

extension Away {
    init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), person: try row.value("person"), days: try row.days(),
            program: try row.valueIfAny("program"))
    }
}

extension Table {
    static let away = Table("away")
}
