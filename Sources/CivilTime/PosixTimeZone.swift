/// The rule for all time after a zone's last transition: a POSIX TZ string as RFC 9636 §3.3 extends it.
public struct PosixTimeZone: Hashable, Sendable {
    /// What holds when daylight saving time does not.
    public let standard: LocalTimeType

    /// The daylight saving time, if the zone has one.
    public let daylight: Daylight?

    /// Daylight saving time: what it is, when it begins and when it ends.
    public struct Daylight: Hashable, Sendable {
        /// What holds during it.
        public let type: LocalTimeType

        /// When it begins; the time is on the standard clock.
        public let begins: YearlyRule

        /// When it ends; the time is on the daylight clock.
        ///
        /// South of the equator earlier in the year than `begins`.
        public let ends: YearlyRule
    }
}

/// A day of every year and a time on that day.
public struct YearlyRule: Hashable, Sendable {
    /// The day.
    public let day: Day

    /// Seconds since that day's midnight on the wall clock, from −167 to 167 hours: the moment may lie days away.
    public let secondOfDay: Int

    /// The three forms in which POSIX names a day.
    public enum Day: Hashable, Sendable {
        /// `Mm.w.d`: in month 1...12 the weekday's occurrence 1...5, where 5 means the last one.
        case weekday(Weekday, week: Int, month: Int)

        /// `Jn`: day 1...365 of the year, with February 29 never counted: 60 is always March 1.
        case dayIgnoringLeapDay(Int)

        /// `n`: day 0...365 of the year, with February 29 counted.
        case dayOfYear(Int)
    }

    /// Days since 1970-01-01 of the rule's day in the given year.
    func epochDay(in year: Int) -> Int {
        let newYear = LocalDate.epochDay(year: year, month: 1, day: 1)
        switch day {
        case .dayOfYear(let number):
            return newYear + number
        case .dayIgnoringLeapDay(let number):
            return newYear + number - (LocalDate.isLeap(year) && number >= 60 ? 0 : 1)
        case .weekday(let weekday, let week, let month):
            let first = LocalDate.epochDay(year: year, month: month, day: 1)
            let toFirstOccurrence = Self.remainder(weekday.rawValue - Self.isoWeekday(epochDay: first), 7)
            let dayOfMonth = toFirstOccurrence + (week - 1) * 7
            let isPastTheEnd = dayOfMonth >= LocalDate.lengthOfMonth(month, year: year)
            return first + dayOfMonth - (isPastTheEnd ? 7 : 0)
        }
    }

    /// Seconds since the epoch at which the rule's moment comes in the given year, with that offset on the clocks.
    func secondsSinceEpoch(in year: Int, offset: UTCOffset) -> Int64 {
        Int64(epochDay(in: year) * LocalTime.secondsPerDay + secondOfDay - offset.seconds)
    }

    private static func isoWeekday(epochDay: Int) -> Int {
        // 1970-01-01 was a Thursday.
        remainder(epochDay + 3, 7) + 1
    }

    private static func remainder(_ value: Int, _ divisor: Int) -> Int {
        (value % divisor + divisor) % divisor
    }
}
