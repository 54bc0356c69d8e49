package import CivilTime

/// Until when a session's mentor picks its review, when they are reminded of it, and from when on another review may stand in.
///
/// The mentor is reminded a day before a pick is due, in their waking hours. Whoever could not be reminded so early, since the
/// session was announced or given to them later, has a day from the reminder on all the same, as far as there is one: another
/// review stands in three hours before the session at the latest, while those who come can still read it.
package struct PickClock {
    /// When the pick is due.
    package let due: Instant
    /// When the session begins.
    private let start: Instant
    private let waking: WakingHours

    private static let day: Int64 = 24 * 60 * 60

    package init(due: Instant, start: Instant, in rules: ZoneRules) {
        self.due = due
        self.start = start
        waking = WakingHours(in: rules)
    }

    /// Whether the mentor may be reminded now; never by night.
    package func isReminderDue(at now: Instant) -> Bool {
        now >= waking.first(notBefore: due.adding(seconds: -Self.day)) && waking.first(notBefore: now) == now
    }

    /// When the mentor's time to pick ends, who was or is reminded at the given moment.
    package func end(remindedAt reminded: Instant) -> Instant {
        let early = start.adding(seconds: -ConfirmationDeadline.beforeSession)
        return max(due, min(reminded.adding(seconds: Self.day), reminded < early ? early : start))
    }
}
