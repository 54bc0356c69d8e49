import CivilTime
import Mentoring
import TimeZoneCatalog

extension Transaction {
    func freezes(of program: Program.Name) throws -> [Freeze] {
        try all(
            .freeze, "SELECT * FROM freeze WHERE program = ? ORDER BY first_day, id", [program], Freeze.init)
    }

    func add(_ freeze: Freeze, to program: Program.Name) throws -> Freeze {
        var added = freeze
        added.id = try insert(
            into: .freeze,
            [
                "program": program, "first_day": freeze.days.from, "last_day": freeze.days.to, "reason": freeze.reason,
                "regions": freeze.regions.commaSeparated,
            ])
        return added
    }

    func remove(_ freeze: Identifier<Freeze>) throws -> Bool {
        try change("DELETE FROM freeze WHERE id = ?", [freeze]) == 1
    }
}

extension Freeze {
    init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), days: try row.days(), reason: try row.value("reason"),
            regions: try row.list("regions", Region.init(rawValue:)))
    }
}

extension StoredRow {
    /// The days from `first_day` to `last_day`.
    func days() throws -> DayRange {
        let from: LocalDate = try value("first_day")
        let to: LocalDate = try value("last_day")
        return try checked("last_day") { () throws(BadInput) in try DayRange(from: from, to: to) }
    }
}

extension Table {
    static let freeze = Table("freeze")
}
