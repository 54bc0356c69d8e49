import CivilTime

/// A recurrence rule without an end (RFC 5545 §3.3.10), checked and in canonical order.
struct RecurrenceRule: Hashable, Sendable {
    /// FREQ, less the three that are shorter than a day.
    enum Frequency: String, CaseIterable, Sendable {
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"
    }

    /// One of BYDAY: a weekday, or its nth in the month or year, counted from the end when negative.
    struct WeekdayOrdinal: Hashable, Sendable, Comparable {
        var ordinal: Int?
        var weekday: Weekday

        static func < (left: WeekdayOrdinal, right: WeekdayOrdinal) -> Bool {
            (left.ordinal ?? 0, left.weekday) < (right.ordinal ?? 0, right.weekday)
        }
    }

    var frequency: Frequency
    /// Every how many days, weeks, months or years.
    var interval = 1
    var byMonth: [Int] = []
    var byWeekNumber: [Int] = []
    var byYearDay: [Int] = []
    var byMonthDay: [Int] = []
    var byDay: [WeekdayOrdinal] = []
    var byHour: [Int] = []
    var byMinute: [Int] = []
    var bySecond: [Int] = []
    var bySetPosition: [Int] = []
    /// WKST: the day on which weeks begin.
    var weekStart = Weekday.monday
}

extension RecurrenceRule: CustomStringConvertible {
    /// The canonical spelling: `FREQ=WEEKLY;INTERVAL=2;BYDAY=TH`.
    var description: String {
        var parts = ["FREQ=\(frequency.rawValue)"]
        if interval != 1 { parts.append("INTERVAL=\(interval)") }
        func add(_ name: String, _ values: [some CustomStringConvertible]) {
            if !values.isEmpty { parts.append("\(name)=" + values.map(\.description).joined(separator: ",")) }
        }
        add("BYMONTH", byMonth)
        add("BYWEEKNO", byWeekNumber)
        add("BYYEARDAY", byYearDay)
        add("BYMONTHDAY", byMonthDay)
        add("BYDAY", byDay.map { ($0.ordinal.map(String.init) ?? "") + $0.weekday.icalendarCode })
        add("BYHOUR", byHour)
        add("BYMINUTE", byMinute)
        add("BYSECOND", bySecond)
        add("BYSETPOS", bySetPosition)
        if weekStart != .monday, weekStartMatters { parts.append("WKST=\(weekStart.icalendarCode)") }
        return parts.joined(separator: ";")
    }

    /// Whether another WKST could give other days (RFC 5545 §3.3.10); most programs write one where it says nothing.
    private var weekStartMatters: Bool {
        frequency == .weekly && interval > 1 || !byWeekNumber.isEmpty || !bySetPosition.isEmpty
    }
}
