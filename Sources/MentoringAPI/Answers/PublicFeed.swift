public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// What a public calendar feed is made of.
public struct PublicFeed: Sendable {
    /// The program.
    public let program: Program
    /// The region, when the feed has only one's sessions.
    public let region: Region?
    /// The sessions of every season, by start, then code.
    public let sessions: [Session]
    /// The weeks of duties, which no region's own feed has.
    public let duties: [DutyTurnInFeed]
    /// The moment at which it was asked for; what was cancelled leaves the feed by it.
    public let asOf: Instant

    package init(program: Program, region: Region?, sessions: [Session], duties: [DutyTurnInFeed], asOf: Instant) {
        self.program = program
        self.region = region
        self.sessions = sessions
        self.duties = duties
        self.asOf = asOf
    }
}
