import Mentoring

extension Transaction {
    func stages(of program: Program.Name) throws -> [Stage] {
        try all(.stage, "SELECT * FROM stage WHERE program = ? ORDER BY place", [program], Stage.init)
    }

    func stages() throws -> [Program.Name: [Stage]] {
        let stages = try all(.stage, "SELECT * FROM stage ORDER BY program, place", []) { row in
            (try row.value("program") as Program.Name, try Stage(row))
        }
        return Dictionary(grouping: stages, by: \.0).mapValues { $0.map(\.1) }
    }

    func save(_ stages: [Stage], of program: Program.Name) throws {
        try change("DELETE FROM stage WHERE program = ?", [program])
        for (place, stage) in zip(1..., stages) {
            try add(
                to: .stage,
                [
                    "program": program, "place": place, "name": stage.name, "sessions": stage.sessions,
                    "discussed": stage.discussed, "areas": stage.areas.stored, "co_led": stage.coLed,
                ])
        }
    }
}

extension Stage {
    init(_ row: StoredRow) throws {
        self.init(
            name: try row.value("name"), sessions: try row.value("sessions"), discussed: try row.value("discussed"),
            areas: try row.valueIfAny("areas").map { .number($0) } ?? .all, coLed: try row.value("co_led"))
    }
}

extension Stage.Breadth {
    /// As a column keeps it: nothing stands for all.
    fileprivate var stored: Int? {
        switch self {
        case .number(let number): number
        case .all: nil
        }
    }
}

extension Table {
    static let stage = Table("stage", key: ["program", "place"])
}
