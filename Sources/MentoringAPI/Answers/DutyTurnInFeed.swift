public import Mentoring

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
