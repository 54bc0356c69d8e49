package import CivilTime
package import Mentoring

/// Sessions of a program's season whose hour passed without their having been announced to anybody: they were not held.
public struct MissedSessions: Codable, Hashable, Sendable {
    /// The program.
    public var program: String
    /// How many.
    public var count: Int
    /// The code of the first.
    public var first: String
    /// The code of the last.
    public var last: String
    /// Whether the season is over, so that no more can be missed.
    public var seasonIsOver: Bool

    /// Those of some sessions of a program's season; nil if there is none.
    package init?(_ sessions: some Sequence<Session>, of program: Program, at now: Instant) {
        let missed = sessions.filter { $0.wasMissed(at: now) }
        func order(_ left: Session, _ right: Session) -> Bool { (left.start, left.code) < (right.start, right.code) }
        guard let first = missed.min(by: order), let last = missed.max(by: order) else { return nil }
        self.program = program.name
        count = missed.count
        self.first = "\(first.code)"
        self.last = "\(last.code)"
        seasonIsOver = program.season.isOver(at: now)
    }
}
