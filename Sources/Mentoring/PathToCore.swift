/// The stages that lead to core reviewer in a program, and the areas that they speak of.
public struct PathToCore: Hashable, Sendable {
    /// The stages, first to last.
    public let stages: [Stage]
    /// The areas that the program file names.
    public let areas: [String]

    /// The path of a program.
    /// - Throws: `BadInput` when two stages have one name, one asks for nothing or for less than the one before it, or for
    ///   more areas than there are.
    public init(stages: [Stage], areas: [String]) throws(BadInput) {
        self.stages = stages
        self.areas = areas
        for (index, stage) in stages.enumerated() { try check(stage, after: stages[..<index]) }
    }

    /// How much of a goal a stage asks for.
    public func wanted(_ goal: Stage.Goal, for stage: Stage) -> Int {
        switch goal {
        case .sessions: stage.sessions
        case .discussed: stage.discussed
        case .areas:
            switch stage.areas {
            case .number(let number): number
            case .all: areas.count
            }
        case .coLed: stage.coLed
        }
    }

    private func check(_ stage: Stage, after earlier: ArraySlice<Stage>) throws(BadInput) {
        let wants = Stage.Goal.allCases.map { wanted($0, for: stage) }
        if earlier.contains(where: { $0.name == stage.name }) {
            throw BadInput("expected stages of different names; there is a \(stage.name) already")
        }
        guard wanted(.areas, for: stage) <= areas.count, stage.areas != .all || !areas.isEmpty else {
            let named = areas.isEmpty ? "names none; add a line such as areas: [api, compute]" : "names \(areas.count)"
            throw BadInput("stage \(stage.name) asks for more areas than there are: the program file \(named)")
        }
        guard wants.contains(where: { $0 > 0 }) else {
            throw BadInput("stage \(stage.name) asks for nothing; expected sessions, discussed, areas or co-led")
        }
        guard let last = earlier.last else { return }
        for goal in Stage.Goal.allCases where wanted(goal, for: stage) < wanted(goal, for: last) {
            throw BadInput(
                "stage \(stage.name) asks for \(goal.rawValue): \(wanted(goal, for: stage)), less than \(last.name) before it, which asks for \(wanted(goal, for: last)); each stage counts everything since the beginning"
            )
        }
    }
}
