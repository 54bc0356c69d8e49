public import CivilTime
public import TimeZoneCatalog

/// A program as listings, the API and `--json` show it.
public struct ProgramView: Codable, Hashable, Sendable {
    /// The short name.
    public var name: String
    /// What people call it.
    public var title: String
    /// The organizer's public address.
    public var contact: EmailAddress
    /// Where sessions are held.
    public var location: String
    /// The Monday on which week 1 begins.
    public var seasonStart: LocalDate
    /// How many weeks the season has.
    public var weeks: Int
    /// How many sessions a week.
    public var cadence: Cadence
    /// Minutes of a session.
    public var minutes: Int
    /// Seats of a session.
    public var capacity: Int
    /// The regions, in the order in which they take turns.
    public var regions: [Region]
    /// How many weeks ahead sessions are announced.
    public var announceWeeks: Int
    /// The parts of the project that its training covers.
    public var areas: [Program.Area]

    init(_ program: Program) {
        name = program.name
        title = program.title
        contact = program.contact
        location = program.location
        seasonStart = program.season.start
        weeks = program.season.weeks
        cadence = program.cadence
        minutes = program.minutes
        capacity = program.capacity
        regions = program.regions
        announceWeeks = program.announceWeeks
        areas = program.areas
    }
}
