public import CivilTime
public import Mentoring

/// Reads what other programs' calendars say of a mentor's time; `ICalendar` does it.
///
/// Lines are those of the file, counted from 1. What cannot be used is told of, not an error.
public protocol CalendarReading: Sendable {
    /// The weekly events and the availability (RFC 7953) in a calendar, in its order.
    /// - Throws: `BadInput` with the line when the file as a whole cannot be read, or asks for too much.
    func offers(in calendar: [UInt8], for terms: CalendarTerms) throws -> CalendarFindings<OfferedTime>

    /// The times within the season at which a calendar says that its owner is busy, in no order.
    /// - Throws: `BadInput` with the line when the file as a whole cannot be read, or asks for too much.
    func busyTimes(in calendar: [UInt8], for terms: CalendarTerms) throws -> BusyFindings

    /// The whole days of the season that a calendar names, by first day; those of a yearly entry one by one.
    /// - Throws: `BadInput` with the line when the file as a whole cannot be read, or asks for too much.
    func holidays(in calendar: [UInt8], for terms: CalendarTerms) throws -> CalendarFindings<Holiday>
}

/// Days that a calendar of holidays names.
public struct Holiday: Hashable, Sendable {
    /// Where the entry begins in the file.
    public var line: Int
    /// Within the season, both included.
    public var days: DayRange
    /// What they are called, on one line.
    public var title: String

    /// Days of a line.
    public init(line: Int, days: DayRange, title: String) {
        self.line = line
        self.days = days
        self.title = title
    }
}

/// For whom a calendar is read.
public struct CalendarTerms: Hashable, Sendable {
    /// The days that count.
    public var season: DayRange
    /// The mentor's zone.
    public var zone: TimeZoneID
    /// How long a session lasts.
    public var minutes: Int
    /// The mentor's addresses: what they declined takes none of their time.
    public var people: Set<EmailAddress>

    /// Terms with every part given.
    public init(season: DayRange, zone: TimeZoneID, minutes: Int, people: Set<EmailAddress> = []) {
        self.season = season
        self.zone = zone
        self.minutes = minutes
        self.people = people
    }
}

/// What a calendar was read to hold.
public struct CalendarFindings<Finding: Sendable & Hashable>: Hashable, Sendable {
    /// What can be used.
    public var found: [Finding]
    /// What cannot, by line.
    public var left: [LeftOut]

    /// Findings of one calendar.
    public init(found: [Finding], left: [LeftOut]) {
        self.found = found
        self.left = left
    }
}

/// What a calendar was read to hold of its owner's time.
public struct BusyFindings: Hashable, Sendable {
    /// When they are busy.
    public var found: [BusyTime]
    /// When they are away, as far as whole days say so; by first day, without overlaps.
    public var away: [AwayDays]
    /// What cannot be used, by line.
    public var left: [LeftOut]

    /// Findings of one calendar.
    public init(found: [BusyTime], away: [AwayDays] = [], left: [LeftOut] = []) {
        self.found = found
        self.away = away
        self.left = left
    }
}

/// Days that a calendar calls vacation or the like.
public struct AwayDays: Hashable, Sendable {
    /// Where they begin in the file.
    public var line: Int
    /// Within the season, both included.
    public var days: DayRange

    /// Days of a line.
    public init(line: Int, days: DayRange) {
        self.line = line
        self.days = days
    }
}

/// A time at which a mentor could lead, as a slot would say it.
public struct OfferedTime: Hashable, Sendable {
    /// Where it begins in the file.
    public var line: Int
    /// On the wall of the mentor's zone.
    public var pattern: SlotPattern
    /// What the pattern does not say of the original, in words.
    public var note: String?

    /// An offer of a line.
    public init(line: Int, pattern: SlotPattern, note: String?) {
        self.line = line
        self.pattern = pattern
        self.note = note
    }
}

/// A time at which a mentor is busy; nothing is known of why.
public struct BusyTime: Hashable, Sendable {
    /// Where the reason begins in the file.
    public var line: Int
    /// From when, and until when it is over.
    public var time: Range<Instant>

    /// A busy time of a line.
    public init(line: Int, time: Range<Instant>) {
        self.line = line
        self.time = time
    }
}
