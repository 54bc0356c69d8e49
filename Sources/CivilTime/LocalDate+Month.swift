extension LocalDate {
    /// The English names of the months, January first.
    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The English name of the month, as in `January`.
    public var monthName: String { Self.monthNames[month - 1] }

    /// Its first three letters, as in `Jan`, which mail and HTTP headers use too (RFC 5322 §3.3).
    public var shortMonthName: String { String(monthName.prefix(3)) }
}
