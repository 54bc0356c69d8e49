package import CivilTime

/// Until when somebody who moved up from the waiting list is to say that they come.
///
/// A day, or until three hours before the session if that is sooner, and never a moment of their night: then the time is
/// up when that night begins. Who would have less than two waking hours for it keeps the seat without a word.
package enum ConfirmationDeadline {
    private static let day: Int64 = 24 * 60 * 60
    private static let beforeSession: Int64 = 3 * 60 * 60
    private static let leastWakingTime: Int64 = 2 * 60 * 60

    /// The deadline; nil when there is nothing to confirm.
    package static func after(promotion: Instant, start: Instant, in rules: ZoneRules) -> Instant? {
        let waking = WakingHours(in: rules)
        let latest = min(promotion.adding(seconds: day), start.adding(seconds: -beforeSession))
        let deadline = waking.last(notAfter: latest)
        let earliest = waking.first(notBefore: promotion).adding(seconds: leastWakingTime)
        return deadline >= earliest ? deadline : nil
    }
}
