import CivilTime

/// A PERIOD (RFC 5545 §3.3.9): from a time to a later one, or for a positive duration.
struct CalendarPeriod {
    let start: TimeValue

    /// Whether it is in UTC.
    var isUTC: Bool { if case .utc = start { true } else { false } }

    /// Nil for what is no period, ends no later than it begins, or begins and ends on different clocks.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let start = TimeValue(parts[0]) else { return nil }
        if case .date = start { return nil }
        self.start = start
        guard parts[1].hasPrefix("P") || parts[1].hasPrefix("+P") else {
            switch (start, TimeValue(parts[1])) {
            case (.utc(let first), .utc(let last)) where first < last: return
            case (.local(let first), .local(let last)) where first < last: return
            default: return nil
            }
        }
        guard let duration = CalendarDuration(parts[1]), duration.isPositive else { return nil }
    }
}
