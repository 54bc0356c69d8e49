import CivilTime
import Mentoring

/// Dates as mail headers have them (RFC 5322 §3.3), always in UTC.
enum InternetDate {
    /// `Thu, 21 Jan 2027 11:30:00 +0000`.
    static func text(_ instant: Instant) -> String {
        let date = LocalDate(containing: instant)
        let second = instant.seconds(since: date.midnightUTC)
        let clock = [second / 3600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return "\(date.weekday.shortName), \(date.day) \(date.shortMonthName) \(date.year) "
            + "\(clock.joined(separator: ":")) +0000"
    }
}
