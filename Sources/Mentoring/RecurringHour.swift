package import CivilTime

/// Where the hour of sessions that recur at one hour on one clock lies on another.
///
/// It moves where the distance of the two clocks does, whichever of them is changed.
package enum RecurringHour {
    /// From one session on the sessions lie at one hour.
    package struct Step: Hashable, Sendable {
        /// Which session it is, counted from 0.
        package let position: Int
        /// When it begins, on the clock by which it was agreed.
        package let agreed: ZonedDateTime
        /// The same on the other clock.
        package let local: LocalDateTime
        /// When the session before it began there; nil for the first.
        package let before: LocalDateTime?
        /// The zones whose clocks were changed since the session before; empty for the first.
        package let changed: [TimeZoneID]
    }

    /// The hours of sessions on the clocks of a zone, the first session's and each at which they move.
    ///
    /// The times are ascending, and at one hour on the clock by which they were agreed.
    package static func steps(of times: [ZonedDateTime], in rules: ZoneRules) -> [Step] {
        times.indices.compactMap { position in
            let time = times[position]
            let local = rules.local(at: time.instant)
            guard position > 0 else {
                return Step(position: position, agreed: time, local: local, before: nil, changed: [])
            }
            let last = times[position - 1]
            let ahead = rules.offset(at: time.instant).seconds - rules.offset(at: last.instant).seconds
            let agreedAhead = time.offset.seconds - last.offset.seconds
            guard ahead != agreedAhead else { return nil }
            return Step(
                position: position, agreed: time, local: local, before: rules.local(at: last.instant),
                changed: (ahead != 0 ? [rules.id] : []) + (agreedAhead != 0 ? [time.zone] : []))
        }
    }
}
