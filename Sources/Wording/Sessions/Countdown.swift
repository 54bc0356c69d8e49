package import CivilTime

/// How long it is until something begins, in words.
package enum Countdown {
    /// `today`, `tomorrow`, `in 22 days`, `under way`, `over`.
    ///
    /// Days are counted as a calendar on the wall counts them, so that a page says the same all day long; the script makes hours
    /// and minutes of them.
    ///
    /// - Parameters:
    ///   - start: when it begins.
    ///   - end: when it ends.
    ///   - now: when it is asked.
    ///   - rules: whose calendar counts.
    /// - Returns: a phrase to stand alone.
    package static func words(to start: Instant, end: Instant, from now: Instant, in rules: ZoneRules) -> String {
        guard now < start else { return now < end ? "under way" : "over" }
        switch rules.local(at: now).date.days(until: rules.local(at: start).date) {
        case ...0: return "today"
        case 1: return "tomorrow"
        case let days: return "in \(days) days"
        }
    }
}
