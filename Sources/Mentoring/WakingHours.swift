package import CivilTime

/// The hours in which somebody may be expected to read and answer: 08:00 to 22:00 on their own wall, or less of the day.
package struct WakingHours {
    private let rules: ZoneRules
    private let minutes: Range<Int>

    /// - Parameters:
    ///   - rules: their clock's.
    ///   - minutes: from when until when, from midnight.
    package init(in rules: ZoneRules, minutes: Range<Int> = Hours.day) {
        self.rules = rules
        self.minutes = minutes
    }

    /// The first moment of waking hours that is not before the given one.
    package func first(notBefore moment: Instant) -> Instant {
        let wall = rules.local(at: moment)
        if minutes.contains(wall.time.minuteOfDay) { return moment }
        let day = wall.time.minuteOfDay < minutes.lowerBound ? wall.date : wall.date.adding(days: 1)
        return beginning(of: day)
    }

    /// The last moment of waking hours that is not after the given one; the very end of the day counts as one.
    package func last(notAfter moment: Instant) -> Instant {
        let wall = rules.local(at: moment)
        if minutes.contains(wall.time.minuteOfDay) { return moment }
        let day = wall.time.minuteOfDay < minutes.lowerBound ? wall.date.adding(days: -1) : wall.date
        return min(moment, end(of: day))
    }

    private func beginning(of day: LocalDate) -> Instant { at(minutes.lowerBound, on: day) }

    private func end(of day: LocalDate) -> Instant { at(minutes.upperBound, on: day) }

    private func at(_ minute: Int, on day: LocalDate) -> Instant {
        rules.resolve(LocalDateTime(date: day, time: .midnight).adding(seconds: Int64(minute) * 60)).instant
    }
}
