/// The Gregorian calendar's arithmetic, good for any year.
///
/// The years are counted from March, so that the leap day comes last, in cycles of 400 years
/// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
extension LocalDate {
    static let daysPerCycle = 146_097

    static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    /// How many days a month has, from 1 to 12.
    package static func lengthOfMonth(_ month: Int, year: Int) -> Int {
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

    /// The reading of a day of the years 0001 to 9999 and the week after, without a division by a variable or a branch.
    ///
    /// C. Neri, L. Schneider, "Euclidean affine functions and their application to calendar algorithms", Software: Practice
    /// and Experience 53, 2023, figure 12: each step is a remainder and a quotient of a linear function.
    static func civil(epochDay: Int) -> (year: Int, month: Int, day: Int) {
        let sinceMarch = UInt32(epochDay + 719_468)
        let quarterDays = 4 &* sinceMarch &+ 3
        let century = quarterDays / 146_097
        let quarterOfCentury = (quarterDays % 146_097) | 3
        let product = 2_939_745 &* UInt64(quarterOfCentury)
        let yearOfCentury = UInt32(truncatingIfNeeded: product >> 32)
        let dayOfYear = UInt32(truncatingIfNeeded: product) / 2_939_745 / 4
        let monthAndDay = 2141 &* dayOfYear &+ 197_913
        let (month, day) = (monthAndDay >> 16, (monthAndDay & 0xFFFF) / 2141)
        let isNextYear = dayOfYear >= 306
        return (
            Int(100 &* century &+ yearOfCentury) + (isNextYear ? 1 : 0), Int(month) - (isNextYear ? 12 : 0),
            Int(day) + 1
        )
    }
}
