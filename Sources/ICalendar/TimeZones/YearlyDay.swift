import CivilTime

/// A day of every year in one of the two forms that Outlook reads: an ordinal weekday of a month, or a day of a month.
struct YearlyDay: Hashable, Sendable {
    private enum DayOfMonth: Hashable, Sendable {
        case last(Weekday)
        case nth(Int, Weekday)
        case number(Int)
    }

    private let month: Int
    private let day: DayOfMonth

    /// The form that all the dates have in common, or nil when they have none.
    ///
    /// "The last Sunday" comes before "the fourth", which few zones mean.
    init?(commonTo dates: [LocalDate]) {
        guard let first = dates.first else { return nil }
        let candidates: [DayOfMonth] = [
            .last(first.weekday), .nth((first.day - 1) / 7 + 1, first.weekday), .number(first.day),
        ]
        let month = first.month
        let common = candidates.first { candidate in
            dates.allSatisfy { $0 == Self.date(candidate, month: month, year: $0.year) }
        }
        guard let common else { return nil }
        self.month = month
        day = common
    }

    /// The date in a year; nil for a February 29 that the year lacks.
    func date(in year: Int) -> LocalDate? { Self.date(day, month: month, year: year) }

    /// The RRULE value: `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`.
    var rule: String {
        let part =
            switch day {
            case .last(let weekday): "BYDAY=-1\(weekday.icalendarCode)"
            case .nth(let ordinal, let weekday): "BYDAY=\(ordinal)\(weekday.icalendarCode)"
            case .number(let number): "BYMONTHDAY=\(number)"
            }
        return "FREQ=YEARLY;BYMONTH=\(month);\(part)"
    }

    private static func date(_ day: DayOfMonth, month: Int, year: Int) -> LocalDate? {
        let days = (1...31).compactMap { LocalDate(year: year, month: month, day: $0) }
        return switch day {
        case .last(let weekday): days.last { $0.weekday == weekday }
        case .nth(let ordinal, let weekday): days.filter { $0.weekday == weekday }.dropFirst(ordinal - 1).first
        case .number(let number): days.first { $0.day == number }
        }
    }
}
