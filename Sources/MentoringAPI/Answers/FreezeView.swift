public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// A freeze as listings show it.
public struct FreezeView: Codable, Hashable, Sendable {
    /// Its number.
    public var id: Identifier<Freeze>
    /// The first day.
    public var from: LocalDate
    /// The last day.
    public var to: LocalDate
    /// What the organizers gave as the reason.
    public var reason: String
    /// The regions that are frozen; empty means all.
    public var regions: [Region]
    /// What whoever added it may not have meant: that it freezes nothing of the season, or what is frozen already.
    public var remarks: [String]?
    /// Whether it was there before it was added; nil in lists.
    public var wasKnown: Bool?
    /// The codes of the sessions to come that lie on these days, by start; nil in lists.
    public var sessions: [String]?

    package init(_ freeze: Freeze) {
        id = freeze.id
        from = freeze.days.from
        to = freeze.days.to
        reason = freeze.reason
        regions = freeze.regions
    }

    /// The freeze that it shows.
    package var asFreeze: Freeze {
        get throws { Freeze(id: id, days: try DayRange(from: from, to: to), reason: reason, regions: regions) }
    }
}
