import CivilTime

extension LocalDate {
    /// January to December.
    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `January`.
    var monthName: String { Self.monthNames[month - 1] }

    /// `Thu 21 January 2027`.
    var inWords: String { "\(weekday.shortName) \(day) \(monthName) \(year)" }
}
