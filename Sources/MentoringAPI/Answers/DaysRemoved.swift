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
    /// What becomes of meetings that were postponed by it, in sentences; nil where none was.
    public var remarks: [String]?

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
    /// Their name, where it is nobody else's there.
    public var name: String?
    /// Whether whoever removed it is meant where nobody is named; nil where it was asked of an earlier release.
    public var isOwn: Bool?
    /// The first day.
    public var from: LocalDate
    /// The last day.
    public var to: LocalDate
    /// The program in which alone it held; nil for everywhere.
    public var program: Program.Name?

    package init(_ away: Away, of email: EmailAddress, name: String? = nil, isOwn: Bool) {
        removed = away.id.rawValue
        self.email = email
        self.name = name
        self.isOwn = isOwn
        from = away.days.from
        to = away.days.to
        program = away.program
    }
}
