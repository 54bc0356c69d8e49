/// What a clock on the wall shows: a day and a time of day, without a zone.
public struct LocalDateTime: Hashable, Sendable {
    /// The day.
    public let date: LocalDate

    /// The time of day.
    public let time: LocalTime

    static let firstSecond = Int64(LocalDate.firstEpochDay * LocalTime.secondsPerDay)
    static let lastSecond = Int64((LocalDate.lastEpochDay + 1) * LocalTime.secondsPerDay - 1)

    /// The given time on the given day.
    public init(date: LocalDate, time: LocalTime) {
        self.date = date
        self.time = time
    }

    /// The reading so many seconds after 1970-01-01T00:00:00 on the wall clock, or the nearest one that can be written.
    init(secondsOnWallClock seconds: Int64) {
        let seconds = Int(min(max(seconds, Self.firstSecond), Self.lastSecond))
        let sinceFirstDay = seconds - Int(Self.firstSecond)
        date = LocalDate(epochDay: sinceFirstDay / LocalTime.secondsPerDay + LocalDate.firstEpochDay)
        time = LocalTime(secondOfDay: sinceFirstDay % LocalTime.secondsPerDay)
    }

    /// Seconds since 1970-01-01T00:00:00 on the wall clock, as if each day had 24 hours.
    package var secondsOnWallClock: Int64 {
        Int64(date.epochDay * LocalTime.secondsPerDay + time.secondOfDay)
    }

    /// The reading so many seconds further on the wall clock, as if no zone ever changed its offset.
    public func adding(seconds: Int64) -> LocalDateTime {
        let (sum, overflow) = secondsOnWallClock.addingReportingOverflow(seconds)
        return LocalDateTime(secondsOnWallClock: overflow ? (seconds < 0 ? .min : .max) : sum)
    }
}

extension LocalDateTime: Comparable {
    /// Whether the first is the earlier reading.
    public static func < (first: LocalDateTime, second: LocalDateTime) -> Bool {
        (first.date, first.time) < (second.date, second.time)
    }
}

extension LocalDateTime {
    /// `Tue 2027-01-19 17:00`, for people.
    public var dayAndTime: String { "\(date.weekday.shortName) \(date) \(time)" }
}
