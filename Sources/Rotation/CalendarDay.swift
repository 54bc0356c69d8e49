/// A day of the proleptic Gregorian calendar.
struct CalendarDay: Hashable {
    /// Days since 1970-01-01.
    let number: Int

    init(number: Int) {
        self.number = number
    }

    /// The day of a date, if there is such a date.
    init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        // Counting years from March puts the leap day last; 719,468 days lie between 0000-03-01 and the epoch.
        let marchYear = month > 2 ? year : year - 1
        let dayOfMarchYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let leapDays = marchYear.floorDivided(by: 4) - marchYear.floorDivided(by: 100) + marchYear.floorDivided(by: 400)
        number = 365 * marchYear + leapDays + dayOfMarchYear - 719_468
        guard self.month == year * 12 + month else { return nil }
    }

    /// The month, as year · 12 + month (January is 1).
    var month: Int {
        let shifted = number + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfMarchYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfMarchYear + 2) / 153
        return (era * 400 + yearOfEra) * 12 + monthFromMarch + 3
    }

    /// Whether the day is a Monday (the epoch was a Thursday).
    var isMonday: Bool { (number + 3).floorRemainder(by: 7) == 0 }
}

extension Int {
    /// The quotient rounded towards negative infinity; the divisor is positive.
    func floorDivided(by divisor: Int) -> Int {
        (self - floorRemainder(by: divisor)) / divisor
    }

    /// The remainder in 0..<divisor; the divisor is positive.
    func floorRemainder(by divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
