public import CivilTime
public import TimeZoneCatalog

/// Days on which a program, or some of its regions, holds no session.
public struct Freeze: Hashable, Sendable {
    /// The number that people see.
    public var id: Identifier<Freeze>
    /// The days, both included, as the mentor of a session reads them on the wall.
    public var days: DayRange
    /// Why, for people.
    public var reason: String
    /// The regions that are frozen; empty means all.
    public var regions: [Region]

    /// A freeze; the store numbers it.
    public init(id: Identifier<Freeze> = .unassigned, days: DayRange, reason: String, regions: [Region] = []) {
        self.id = id
        self.days = days
        self.reason = reason
        self.regions = regions.sorted()
    }

    /// Whether a session of the region may not be held on the day.
    public func covers(_ region: Region, on day: LocalDate) -> Bool {
        days.contains(day) && (regions.isEmpty || regions.contains(region))
    }
}
