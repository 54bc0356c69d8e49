/// The Gregorian calendar's arithmetic, good for any year.
///
/// The years are counted from March, so that the leap day comes last, in cycles of 400 years
/// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
extension LocalDate {
    static let daysPerCycle = 146_097

    var civil: (year: Int, month: Int, day: Int) { Self.civil(epochDay: epochDay) }

    static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    static func lengthOfMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func epochDay(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let cycle = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfCycle = marchYear - cycle * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return cycle * daysPerCycle + dayOfCycle - 719_468
    }

    static func civil(epochDay: Int) -> (year: Int, month: Int, day: Int) {
        let sinceMarch = epochDay + 719_468
        let cycle = (sinceMarch >= 0 ? sinceMarch : sinceMarch - (daysPerCycle - 1)) / daysPerCycle
        let dayOfCycle = sinceMarch - cycle * daysPerCycle
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}
