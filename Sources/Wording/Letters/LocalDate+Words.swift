import CivilTime

extension LocalDate {
    /// `Thursday 21 January 2027`.
    var inWords: String { "\(weekday.name) \(day) \(monthName) \(year)" }

    /// `Thu 21 January 2027`.
    var inTitle: String { "\(weekday.shortName) \(day) \(monthName) \(year)" }

    /// `Thu 21 Jan`.
    var inShort: String { "\(weekday.shortName) \(day) \(shortMonthName)" }
}
