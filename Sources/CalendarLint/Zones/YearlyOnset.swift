import CivilTime

/// When in each year an observance begins: the recurrence rules that real VTIMEZONEs have (RFC 5545 §3.6.5).
struct YearlyOnset {
    private let month: Int
    /// Which weekdays, and which of the month: 1 the first, -1 the last, nil whichever BYMONTHDAY allows.
    private let weekday: (ordinal: Int?, day: Weekday)?
    private let monthDays: [Int]
    /// The last instant at which it begins; nil for ever.
    let until: TimeValue?
    /// Whether it is what all programs read: one month with one ordinal weekday or one day, without an end.
    let isSimple: Bool

    /// Nil for a rule that is not yearly, or of another kind than VTIMEZONEs have.
    init?(_ text: String, start: LocalDateTime) {
        let rule = RuleParts(text)
        guard rule.isWellFormed else { return nil }
        var parts = rule.values
        parts["WKST"] = nil
        guard parts.removeValue(forKey: "FREQ") == "YEARLY", ["1", nil].contains(parts.removeValue(forKey: "INTERVAL"))
        else { return nil }
        let monthText = parts.removeValue(forKey: "BYMONTH")
        let dayText = parts.removeValue(forKey: "BYDAY")
        let monthDayTexts = parts.removeValue(forKey: "BYMONTHDAY")?.split(separator: ",")
        let untilText = parts.removeValue(forKey: "UNTIL")
        guard parts.isEmpty, let month = monthText.map({ Int($0) }) ?? start.date.month, (1...12).contains(month),
            (monthDayTexts?.count ?? 0) <= 31
        else { return nil }
        self.month = month
        let numbers = monthDayTexts.map { $0.compactMap { Int($0) } } ?? []
        guard numbers.count == monthDayTexts?.count ?? 0,
            numbers.allSatisfy({ (1...31).contains(abs($0)) })
        else { return nil }
        if let dayText {
            guard let weekday = Self.weekday(dayText), (weekday.ordinal == nil) != numbers.isEmpty else { return nil }
            self.weekday = weekday
            monthDays = numbers
        } else {
            weekday = nil
            monthDays = numbers.isEmpty ? [start.date.day] : numbers
        }
        until = untilText.flatMap { TimeValue($0) }
        guard untilText == nil || until != nil else { return nil }
        isSimple =
            monthText != nil && untilText == nil
            && (weekday?.ordinal != nil || weekday == nil && monthDayTexts?.count == 1)
    }

    /// The days of a year on which it begins; one in any real rule.
    func dates(in year: Int) -> [LocalDate] {
        guard let first = LocalDate(year: year, month: month, day: 1) else { return [] }
        let length = (28...31).last { first.adding(days: $0 - 1).month == month } ?? 28
        if let weekday, let ordinal = weekday.ordinal {
            let fromFirst = (weekday.day.rawValue - first.weekday.rawValue + 7) % 7 + 1
            let days = stride(from: fromFirst, through: length, by: 7).map { first.adding(days: $0 - 1) }
            let index = ordinal > 0 ? ordinal - 1 : days.count + ordinal
            return days.indices.contains(index) ? [days[index]] : []
        }
        return monthDays.map { $0 > 0 ? $0 : length + 1 + $0 }.filter { (1...length).contains($0) }
            .map { first.adding(days: $0 - 1) }
            .filter { date in weekday.map { $0.day == date.weekday } ?? true }
    }

    /// Reads `-1SU`, `+2SU` or `SU`.
    private static func weekday(_ text: String) -> (ordinal: Int?, day: Weekday)? {
        guard let day = Weekday.allCases.first(where: { text.hasSuffix($0.icalendarCode) }) else { return nil }
        let number = text.dropLast(2)
        guard !number.isEmpty else { return (nil, day) }
        guard let ordinal = Int(number), (1...5).contains(abs(ordinal)) else { return nil }
        return (ordinal, day)
    }
}
