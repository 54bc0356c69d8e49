import CivilTime

/// How long it is until something begins, in words.
enum Countdown {
    /// `in 45 minutes`, `in 5 hours`, `tomorrow`, `in 22 days`, `under way`, `over`.
    ///
    /// Days are counted as a calendar on the wall counts them, from a day's notice on.
    ///
    /// - Parameters:
    ///   - start: when it begins.
    ///   - end: when it ends.
    ///   - now: when it is asked.
    ///   - rules: whose calendar counts.
    /// - Returns: a phrase to stand alone.
    static func words(to start: Instant, end: Instant, from now: Instant, in rules: ZoneRules) -> String {
        guard now < start else { return now < end ? "under way" : "over" }
        let minutes = Int(start.seconds(since: now)) / 60
        switch minutes {
        case 0: return "in less than a minute"
        case 1..<120: return "in \(counted(minutes, "minute"))"
        case 120..<24 * 60: return "in \(counted(minutes / 60, "hour"))"
        default:
            let days = rules.local(at: now).date.days(until: rules.local(at: start).date)
            return days == 1 ? "tomorrow" : "in \(counted(days, "day"))"
        }
    }

    private static func counted(_ number: Int, _ thing: String) -> String {
        "\(number) \(thing)\(number == 1 ? "" : "s")"
    }
}
