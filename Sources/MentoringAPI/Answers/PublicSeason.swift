public import CivilTime
import Mentoring

/// What everybody may see of a program's season, all of it as it was at one moment.
public struct PublicSeason: Hashable, Sendable {
    /// The program.
    public let program: ProgramView
    /// Its sessions of the season, by start.
    public let sessions: [SessionView]
    /// Its freezes, by first day.
    public let freezes: [FreezeView]
    /// Its duties with the weeks of the season that are not over, in their order.
    public let duties: [DutyView]
    /// The sessions to come of the seasons after it, by start.
    public let following: [SessionView]
    /// Every season of the program, by start.
    public let seasons: [Entry]
    /// The moment.
    public let asOf: Instant

    /// A season in a list of all.
    public struct Entry: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its first day.
        public let from: LocalDate
        /// Its last day.
        public let to: LocalDate
        /// Where it stands.
        public let state: SeasonView.State

        package init(name: String, from: LocalDate, to: LocalDate, state: SeasonView.State) {
            self.name = name
            self.from = from
            self.to = to
            self.state = state
        }
    }

    package init(
        program: ProgramView, sessions: [SessionView], freezes: [FreezeView], duties: [DutyView],
        following: [SessionView], seasons: [Entry], asOf: Instant
    ) {
        self.following = following
        self.seasons = seasons
        self.program = program
        self.sessions = sessions
        self.freezes = freezes
        self.duties = duties
        self.asOf = asOf
    }
}
