import CivilTime

extension LocalDate {
    /// `Thu 21 January 2027`.
    var inWords: String { "\(weekday.shortName) \(day) \(monthName) \(year)" }

    /// `Thu 21 Jan`.
    var inShort: String { "\(weekday.shortName) \(day) \(shortMonthName)" }
}
