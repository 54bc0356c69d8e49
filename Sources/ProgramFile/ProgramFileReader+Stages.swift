package import Mentoring

extension ProgramFileReader {
    /// The stages of a path to core, each with what it asks for.
    package func stages(_ entry: YAMLEntry, areas: [Program.Area]) throws -> [Stage] {
        let entries = try entry.items()
        guard entries.count <= Self.mostStages else { throw entry.wrong("at most \(Self.mostStages) stages") }
        let stages = try entry.all(stage)
        for (index, entry) in entries.enumerated() {
            _ = try entry.located { try PathToCore(stages: Array(stages[...index]), areas: areas) }
        }
        return stages
    }

    static let mostStages = 12
    static let longestStage = 40

    private func stage(_ entry: YAMLEntry) throws -> Stage {
        let fields = try Fields(of: entry, FileKey.ofStage)
        return Stage(
            name: try fields["name"].located {
                try OneLine.validated(fields["name"].text(), as: "name", limit: Self.longestStage)
            },
            sessions: try number(of: .sessions, fields), discussed: try number(of: .discussed, fields),
            areas: try fields.optional("areas").map(breadth) ?? .number(0), coLed: try number(of: .coLed, fields))
    }

    private func number(of goal: Stage.Goal, _ fields: Fields) throws -> Int {
        try fields.optional(goal.rawValue)?.int(Stage.amounts) ?? 0
    }

    private func breadth(_ entry: YAMLEntry) throws -> Stage.Breadth {
        let text = try entry.text()
        if text == "all" { return .all }
        guard let number = Int(text), number >= 1 else { throw entry.wrong("all, or how many areas") }
        return .number(number)
    }
}
