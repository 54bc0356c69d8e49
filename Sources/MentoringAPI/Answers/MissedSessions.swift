package import CivilTime
package import Mentoring

/// Sessions of a program's season whose hour passed without their having been announced to anybody: they were not held; and
/// weeks of its duties that passed likewise.
public struct MissedSessions: Codable, Hashable, Sendable {
    /// The program.
    public var program: String
    /// The season's name; nil from a server of before that was said.
    public var season: String?
    /// How many sessions.
    public var count: Int
    /// How many weeks of duties.
    public var dutyWeeks: Int
    /// The code of the first session or week.
    public var first: String
    /// The code of the last.
    public var last: String
    /// Whether the season is over, so that no more can be missed.
    public var seasonIsOver: Bool

    /// Those among sessions, and weeks of duties, of a program's season; nil if there is none.
    package init?(
        _ sessions: some Sequence<Session>, _ turns: some Sequence<DutyTurn>, of program: Program, at now: Instant
    ) {
        let sessions = sessions.filter { $0.wasMissed(at: now) }.map { (start: $0.start, code: "\($0.code)") }
        let weeks = turns.filter { $0.wasMissed(at: now) }.map { (start: $0.start, code: "\($0.code)") }
        let missed = sessions + weeks
        guard let first = missed.min(by: <), let last = missed.max(by: <) else { return nil }
        self.program = program.name
        season = program.season.name
        count = sessions.count
        dutyWeeks = weeks.count
        self.first = first.code
        self.last = last.code
        seasonIsOver = program.season.isOver(at: now)
    }
}
