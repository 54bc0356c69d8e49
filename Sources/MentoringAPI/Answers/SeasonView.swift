public import CivilTime
package import Mentoring

/// A season of a program, and what became of it so far.
public struct SeasonView: Codable, Hashable, Sendable {
    /// Where a season stands.
    public enum State: String, Codable, CaseIterable, Sendable {
        /// It is over.
        case past
        /// It is on.
        case running
        /// The first of those to come.
        case next
        /// It comes after that.
        case later
        /// It is not over, and its program is archived: nothing of it is planned or announced any more.
        case archived
        /// People know codes of it, and its program's file left it out before anything of it was announced: it is not held, and
        /// keeps its name.
        case givenUp = "given-up"

        /// Whether its sessions are to come, or some of them.
        public var isToCome: Bool {
            switch self {
            case .running, .next, .later, .archived: true
            case .past, .givenUp: false
            }
        }
    }

    /// The program.
    public var program: String
    /// Its name, as in the codes of its sessions.
    public var season: String
    /// Its first day, a Monday.
    public var from: LocalDate
    /// Its last day, a Sunday.
    public var to: LocalDate
    /// How many weeks it has.
    public var weeks: Int
    /// Where it stands.
    public var state: State
    /// How many sessions it has that were held or are to be.
    public var sessions: Int
    /// How many of its turns have none.
    public var uncovered: Int

    package init(
        _ season: Season, of program: Program.Name, state: State, sessions: Int, uncovered: Int
    ) {
        self.program = program
        self.season = season.name
        from = season.start
        to = season.end
        weeks = season.weeks
        self.state = state
        self.sessions = sessions
        self.uncovered = uncovered
    }
}
