extension LocalDate {
    /// The Monday on or before this day: the first day of its ISO 8601 week.
    public var mondayOfWeek: LocalDate { adding(days: 1 - weekday.rawValue) }

    /// How many weeks lie between the Monday of another day's week and that of this one; negative when the other is later.
    public func weeks(from other: LocalDate) -> Int { (mondayOfWeek.epochDay - other.mondayOfWeek.epochDay) / 7 }

    /// Whether both lie in the same month of the same year.
    public func isSameMonth(as other: LocalDate) -> Bool { (year, month) == (other.year, other.month) }

    /// The ISO 8601 week: the week-based year, which near New Year may differ from `year`, and the week, 1...53.
    public var isoWeek: (year: Int, week: Int) {
        // A week belongs to the year that holds its Thursday.
        let thursday = epochDay + Weekday.thursday.rawValue - weekday.rawValue
        let year = Self.civil(epochDay: thursday).year
        let newYear = Self.epochDay(year: year, month: 1, day: 1)
        return (year, (thursday - newYear) / 7 + 1)
    }
}
