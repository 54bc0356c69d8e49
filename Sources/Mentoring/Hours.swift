public import CivilTime

/// How humane a session is for somebody's clock.
public enum Hours: String, Sendable, Codable, CaseIterable {
    /// Every minute lies between 08:00 and 22:00.
    case humane
    /// At the edge of the day.
    case edge
    /// A minute lies between 00:00 and 06:00.
    case night

    /// The minutes of a person's day, from midnight.
    package static let day = 8 * 60..<22 * 60

    /// Looks at every minute of a session, as a clock in the zone shows it (a change of offset in between counts).
    public init(of start: Instant, minutes: Int, in rules: ZoneRules) {
        let night = 0..<6 * 60
        var allInDay = true
        for minute in 0..<minutes {
            let wall = rules.local(at: start.adding(seconds: Int64(minute) * 60)).time.minuteOfDay
            if night.contains(wall) {
                self = .night
                return
            }
            if !Self.day.contains(wall) { allInDay = false }
        }
        self = allInDay ? .humane : .edge
    }

    /// How many minutes of a session lie outside 08:00 to 22:00, as a clock in the zone shows them.
    package static func minutesOutsideDay(from start: Instant, minutes: Int, in rules: ZoneRules) -> Int {
        (0..<minutes).count { minute in
            !day.contains(rules.local(at: start.adding(seconds: Int64(minute) * 60)).time.minuteOfDay)
        }
    }
}
