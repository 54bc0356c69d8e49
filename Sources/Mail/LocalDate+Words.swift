import CivilTime

extension LocalDate {
    /// `January`; its first three letters are what headers use.
    var monthName: String {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ][month - 1]
    }

    /// `Thursday 21 January 2027`.
    var inWords: String { "\(weekday.name) \(day) \(monthName) \(year)" }

    /// `Thu 21 Jan`.
    var inShort: String { "\(weekday.shortName) \(day) \(monthName.prefix(3))" }
}
