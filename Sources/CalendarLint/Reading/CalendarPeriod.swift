import CivilTime

/// A PERIOD (RFC 5545 §3.3.9): from a time to a later one, or for a positive duration.
struct CalendarPeriod {
    let start: TimeValue

    /// Whether it is in UTC.
    var isUTC: Bool { if case .utc = start { true } else { false } }

    /// Nil for what is no period, ends no later than it begins, or begins and ends on different clocks.
    init?(_ text: Substring) {
        // Two times, or a time and a duration, take fewer octets.
        guard text.utf8.count <= 60, let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")),
            let start = TimeValue(text[..<slash])
        else { return nil }
        let end = text[text.utf8.index(after: slash)...]
        if case .date = start { return nil }
        self.start = start
        guard end.hasPrefix("P") || end.hasPrefix("+P") else {
            switch (start, TimeValue(end)) {
            case (.utc(let first), .utc(let last)) where first < last: return
            case (.local(let first), .local(let last)) where first < last: return
            default: return nil
            }
        }
        guard let duration = CalendarDuration(end), duration.isPositive else { return nil }
    }
}
