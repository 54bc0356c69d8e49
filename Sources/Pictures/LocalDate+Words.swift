public import CivilTime

extension LocalDate {
    /// `Thu 21 January 2027`.
    public var inWords: String { "\(weekday.shortName) \(day) \(monthName) \(year)" }

    /// `Thu 21 Jan`.
    public var inShort: String { "\(weekday.shortName) \(day) \(shortMonthName)" }
}
