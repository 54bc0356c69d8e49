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
    /// Its duties with the weeks of the season, in their order.
    public let duties: [DutyView]
    /// The moment.
    public let asOf: Instant

    package init(
        program: ProgramView, sessions: [SessionView], freezes: [FreezeView], duties: [DutyView],
        asOf: Instant
    ) {
        self.program = program
        self.sessions = sessions
        self.freezes = freezes
        self.duties = duties
        self.asOf = asOf
    }
}
