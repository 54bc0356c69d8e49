public import CivilTime
public import TimeZoneCatalog

/// A trainee's wish to be in all sessions of a region, all of a season.
public struct StandingEnrollment: Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// The season, with which it ends.
    public var season: Season.Name
    /// The region.
    public var region: Region
    /// The trainee who comes to all of its sessions.
    public var person: Person
    /// When the person asked.
    public var since: Instant

    /// A standing enrollment.
    public init(program: Program.Name, season: Season.Name, region: Region, person: Person, since: Instant) {
        self.program = program
        self.season = season
        self.region = region
        self.person = person
        self.since = since
    }
}
