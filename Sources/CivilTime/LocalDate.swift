/// A calendar day without a zone, in the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
public struct LocalDate: Hashable, Sendable {
    /// Days since 1970-01-01.
    public let epochDay: Int

    static let firstEpochDay = -719_162
    static let lastEpochDay = 2_932_896

    /// The day so many days after 1970-01-01, or the nearest one in the years 0001 to 9999.
    public init(epochDay: Int) {
        self.epochDay = min(max(epochDay, Self.firstEpochDay), Self.lastEpochDay)
    }

    /// The given day; nil if there is no such day (February 30) or the year is not in 1...9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.lengthOfMonth(month, year: year)
        else { return nil }
        epochDay = Self.epochDay(year: year, month: month, day: day)
    }

    /// Year, month and day at once, for those who need more than one of them.
    public var yearMonthDay: (year: Int, month: Int, day: Int) { Self.civil(epochDay: epochDay) }

    /// The year, 1...9999.
    public var year: Int { yearMonthDay.year }

    /// The month, 1...12.
    public var month: Int { yearMonthDay.month }

    /// The day of the month, 1...31.
    public var day: Int { yearMonthDay.day }

    /// The day of the week.
    public var weekday: Weekday {
        // 0001-01-01 was a Monday.
        Weekday(rawValue: (epochDay - Self.firstEpochDay) % 7 + 1) ?? .monday
    }

    /// The day so many days later, or earlier if negative; stops at the ends of the years 0001 to 9999.
    public func adding(days: Int) -> LocalDate {
        let (sum, overflow) = epochDay.addingReportingOverflow(days)
        return LocalDate(epochDay: overflow ? (days < 0 ? .min : .max) : sum)
    }

    /// Days from this day to the other; negative if the other is earlier.
    public func days(until other: LocalDate) -> Int {
        other.epochDay - epochDay
    }
}

extension LocalDate: Comparable {
    /// Whether the first is earlier.
    public static func < (first: LocalDate, second: LocalDate) -> Bool {
        first.epochDay < second.epochDay
    }
}
