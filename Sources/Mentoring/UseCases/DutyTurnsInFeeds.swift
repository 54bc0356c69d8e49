/// A week of a duty in a calendar feed.
public struct DutyTurnInFeed: Hashable, Sendable {
    /// The week.
    public let turn: DutyTurn
    /// Of what.
    public let duty: Duty
    /// The program.
    public let program: Program
    /// Whether the feed is that of the person whose week it is.
    public let isOwn: Bool

    /// A week in a feed.
    public init(_ turn: DutyTurn, of duty: Duty, in program: Program, isOwn: Bool) {
        self.turn = turn
        self.duty = duty
        self.program = program
        self.isOwn = isOwn
    }
}

extension StoreReading {
    /// The weeks of a program's duties in every season, by season, week, duty.
    func dutyTurnsForFeed(of program: Program) throws -> [DutyTurnInFeed] {
        try inFeed(dutyTurns(of: program.name), programs: [program], isOwn: false)
    }

    /// A person's weeks of duties, by program, then Monday.
    func dutyTurnsForFeed(of person: Person) throws -> [DutyTurnInFeed] {
        try inFeed(dutyTurns(of: person.id), programs: programs(), isOwn: true)
    }

    private func inFeed(_ turns: [DutyTurn], programs: [Program], isOwn: Bool) throws -> [DutyTurnInFeed] {
        guard !turns.isEmpty else { return [] }
        return try programs.flatMap { program in
            let duties = try duties(of: program.name)
            return turns.filter { $0.code.program == program.name }.compactMap { turn in
                duties.first { $0.name == turn.code.duty }.map {
                    DutyTurnInFeed(turn, of: $0, in: program, isOwn: isOwn)
                }
            }
        }
    }
}
