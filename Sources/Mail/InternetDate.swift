import CivilTime

/// Dates as mail headers have them (RFC 5322 §3.3), always in UTC.
enum InternetDate {
    /// `Thu, 21 Jan 2027 11:30:00 +0000`.
    static func text(_ instant: Instant) -> String {
        let (days, second) = instant.secondsSinceEpoch.quotientAndRemainder(dividingByFloor: 86_400)
        let date = LocalDate(epochDay: Int(days))
        let clock = [second / 3600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return "\(date.weekday.shortName), \(date.day) \(date.shortMonthName) \(date.year) "
            + "\(clock.joined(separator: ":")) +0000"
    }
}

extension Int64 {
    fileprivate func quotientAndRemainder(dividingByFloor divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
