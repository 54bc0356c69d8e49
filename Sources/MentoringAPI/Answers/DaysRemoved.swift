public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// A freeze that is there no more.
public struct FreezeRemoved: Codable, Hashable, Sendable {
    /// Its number.
    public var removed: Int64
    /// The program.
    public var program: Program.Name
    /// The first day.
    public var from: LocalDate
    /// The last day.
    public var to: LocalDate
    /// What the organizers gave as the reason.
    public var reason: String
    /// The regions that were frozen; empty means all.
    public var regions: [Region]

    package init(_ freeze: Freeze, of program: Program.Name) {
        removed = freeze.id.rawValue
        self.program = program
        from = freeze.days.from
        to = freeze.days.to
        reason = freeze.reason
        regions = freeze.regions
    }
}

/// An absence that is there no more.
public struct AwayRemoved: Codable, Hashable, Sendable {
    /// Its number.
    public var removed: Int64
    /// Who is there again.
    public var email: EmailAddress
    /// The first day.
    public var from: LocalDate
    /// The last day.
    public var to: LocalDate
    /// The program in which alone it held; nil for everywhere.
    public var program: Program.Name?

    package init(_ away: Away, of email: EmailAddress) {
        removed = away.id.rawValue
        self.email = email
        from = away.days.from
        to = away.days.to
        program = away.program
    }
}
