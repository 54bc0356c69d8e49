public import CivilTime
public import TimeZoneCatalog

/// One project's training.
public struct Program: Hashable, Sendable {
    /// The name in addresses and codes: 1 to 32 of `a-z 0-9 -`.
    public typealias Name = String

    /// The short name, unique.
    public var name: Name
    /// What people call it.
    public var title: String
    /// The organizer's public address, the ORGANIZER of the invites.
    public var contact: EmailAddress
    /// Where sessions are held, usually a channel's URL.
    public var location: String
    /// The weeks that are planned.
    public var season: Season
    /// How many sessions a week.
    public var cadence: Cadence
    /// Minutes of a session.
    public var minutes: Int
    /// Seats of a session.
    public var capacity: Int
    /// The regions that take part, in the order in which they take turns.
    public var regions: [Region]
    /// How many weeks ahead sessions are fixed and announced.
    public var announceWeeks: Int

    /// A program with every property given.
    public init(
        name: Name, title: String, contact: EmailAddress, location: String, season: Season, cadence: Cadence,
        minutes: Int, capacity: Int, regions: [Region], announceWeeks: Int
    ) {
        self.name = name
        self.title = title
        self.contact = contact
        self.location = location
        self.season = season
        self.cadence = cadence
        self.minutes = minutes
        self.capacity = capacity
        self.regions = regions
        self.announceWeeks = announceWeeks
    }

    /// First parts of the server's own paths, which a program's page would hide.
    private static let reservedNames: Set<String> = ["api", "feeds", "healthz", "readyz", "metrics", "assets"]

    /// Checks a program's short name.
    /// - Throws: `BadInput` when it is not 1 to 32 of `a-z 0-9 -`.
    public static func validatedName(_ name: String) throws(BadInput) -> Name {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
        guard !reservedNames.contains(name) else {
            throw BadInput("“\(name)” cannot be a program's name, since the server has a path of that name")
        }
        guard (1...32).contains(name.utf8.count), name.utf8.allSatisfy(allowed.contains) else {
            throw BadInput(
                "“\(OneLine.shown(name))” is not a program's name; expected 1 to 32 lower-case letters, digits and hyphens"
            )
        }
        return name
    }
}

/// How often a program meets.
public enum Cadence: String, CaseIterable, Sendable, Codable {
    /// Every region has a session every week.
    case everyRegion = "every-region"
    /// One session a week; the regions take turns.
    case oneRegionAWeek = "one-region-a-week"
}

/// The numbered weeks of a program, each from Monday to Sunday.
public struct Season: Hashable, Sendable {
    /// The Monday on which week 1 begins.
    public let start: LocalDate
    /// How many weeks, 1 to 104.
    public let weeks: Int

    /// - Throws: `BadInput` when the start is no Monday or the number of weeks is out of range.
    public init(start: LocalDate, weeks: Int) throws(BadInput) {
        guard start.weekday == .monday else {
            throw BadInput(
                "the season starts on \(start), a \(start.weekday.shortName); expected a Monday, such as \(start.mondayOfWeek)"
            )
        }
        guard (1...104).contains(weeks) else { throw BadInput("a season has 1 to 104 weeks, not \(weeks)") }
        self.start = start
        self.weeks = weeks
    }

    /// The Monday of a week; weeks are counted from 1 and may lie outside the season.
    public func monday(ofWeek week: Int) -> LocalDate { start.adding(days: 7 * (week - 1)) }

    /// The week in which a day lies, or nil when it is outside the season.
    public func week(of day: LocalDate) -> Int? {
        let days = start.days(until: day)
        guard days >= 0, days < 7 * weeks else { return nil }
        return days / 7 + 1
    }

    /// The last day, a Sunday.
    public var end: LocalDate { start.adding(days: 7 * weeks - 1) }
}

/// Days, the first and the last included.
public struct DayRange: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The first day.
    public let from: LocalDate
    /// The last day, not before the first.
    public let to: LocalDate

    /// - Throws: `BadInput` when the last day precedes the first.
    public init(from: LocalDate, to: LocalDate) throws(BadInput) {
        guard from <= to else {
            throw BadInput("\(from)..\(to) ends before it begins; expected FROM..TO, both included")
        }
        self.from = from
        self.to = to
    }

    /// Reads `2027-03-08..2027-03-21`, or a single day.
    public init(_ text: String) throws(BadInput) {
        let ends = text.split(separator: "..", omittingEmptySubsequences: false)
        guard (1...2).contains(ends.count), let from = LocalDate(iso: String(ends[0])),
            let to = LocalDate(iso: String(ends[ends.count - 1]))
        else {
            throw BadInput(
                "“\(OneLine.shown(text))” is not a range of days; expected FROM..TO, such as 2027-03-08..2027-03-21")
        }
        try self.init(from: from, to: to)
    }

    /// Whether the day is one of these.
    public func contains(_ day: LocalDate) -> Bool { from <= day && day <= to }

    /// Orders by the first day, then the last.
    public static func < (left: DayRange, right: DayRange) -> Bool { (left.from, left.to) < (right.from, right.to) }

    /// `2027-03-08..2027-03-21`.
    public var description: String { "\(from)..\(to)" }
}

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
