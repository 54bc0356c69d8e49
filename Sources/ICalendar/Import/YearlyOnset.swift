import CivilTime
import Mentoring

/// When in each year an observance of a VTIMEZONE begins: the recurrence rules that programs write there, which are one day a year.
struct YearlyOnset {
    /// A rule's end (RFC 5545 §3.3.10).
    private let until: ForeignStamp?
    private let rule: RecurrenceRule
    private let time: LocalTime
    private let month: Int
    private let monthDays: [Int]

    /// Reads an RRULE value; what it leaves open is as in the first onset.
    /// - Throws: `Unusable` for a rule that is none of one day a year.
    init(_ text: String, first: LocalDateTime) throws(Unusable) {
        let refusal = Unusable("its rule \(Unusable.quoted(text)) is not followed")
        let parts = text.uppercased().split(separator: ";")
        let ends = parts.filter { $0.hasPrefix("UNTIL=") }
        guard ends.count <= 1 else { throw refusal }
        until = ends.first.flatMap { ForeignStamp(String($0.dropFirst(6))) }
        guard ends.isEmpty || until != nil,
            let rule = try? RecurrenceRule(parts.filter { !$0.hasPrefix("UNTIL=") }.joined(separator: ";")),
            rule.frequency == .yearly, rule.interval == 1, rule.byWeekNumber.isEmpty, rule.byYearDay.isEmpty,
            [rule.byMonth, rule.byHour, rule.byMinute, rule.bySecond, rule.bySetPosition].allSatisfy({ $0.count <= 1 }),
            rule.byDay.count <= 1, rule.byDay.isEmpty || !rule.byMonth.isEmpty,
            // An ordinal weekday, one of a few days of the month, one of the month's weekdays, or one day: never several.
            rule.byDay.first?.ordinal != nil || rule.byMonthDay.count <= (rule.byDay.isEmpty ? 1 : 7),
            rule.byDay.isEmpty || rule.byDay[0].ordinal != nil || !rule.byMonthDay.isEmpty
                || !rule.bySetPosition.isEmpty,
            let time = LocalTime(
                hour: rule.byHour.first ?? first.time.hour, minute: rule.byMinute.first ?? first.time.minute,
                second: rule.bySecond.first ?? first.time.second)
        else { throw refusal }
        self.rule = rule
        self.time = time
        month = rule.byMonth.first ?? first.date.month
        monthDays = rule.byMonthDay.isEmpty && rule.byDay.isEmpty ? [first.date.day] : rule.byMonthDay
    }

    /// The last year in which it may begin.
    var lastYear: Int {
        // A year's end in UTC may be the next year on the clock.
        until.map { $0.date.adding(days: 1).year } ?? .max
    }

    /// When it begins in a year; UNTIL is not looked at.
    func onsets(in year: Int) -> [LocalDateTime] {
        guard let first = LocalDate(year: year, month: month, day: 1) else { return [] }
        let length = (28...31).last { first.adding(days: $0 - 1).month == month } ?? 28
        var days = Array(1...length)
        if let choice = rule.byDay.first {
            let next = (choice.weekday.rawValue - first.weekday.rawValue + 7) % 7 + 1
            days = Array(stride(from: next, through: length, by: 7))
            if let ordinal = choice.ordinal { days = Self.pick(ordinal, of: days) }
        }
        if !monthDays.isEmpty {
            days = days.filter { monthDays.contains($0) || monthDays.contains($0 - length - 1) }
        }
        if let position = rule.bySetPosition.first { days = Self.pick(position, of: days) }
        return days.map { LocalDateTime(date: first.adding(days: $0 - 1), time: time) }
    }

    /// Whether an onset lies before the rule's end.
    func allows(_ onset: LocalDateTime, from offset: UTCOffset) -> Bool {
        switch until {
        case nil: true
        case .date(let date): onset.date <= date
        case .time(let local, isUTC: false): onset <= local
        case .time(let utc, isUTC: true): onset.adding(seconds: -Int64(offset.seconds)) <= utc
        }
    }

    /// The nth of them, counted from the end when negative.
    private static func pick(_ ordinal: Int, of days: [Int]) -> [Int] {
        let index = ordinal > 0 ? ordinal - 1 : days.count + ordinal
        return days.indices.contains(index) ? [days[index]] : []
    }
}
