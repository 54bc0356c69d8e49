package import CivilTime

/// Until when somebody who moved up from the waiting list is to say that they come.
///
/// The program's hours, or a quarter of the time that is left where that is longer, and never more than seven days. The time
/// is up between 10:00 and 20:00 on their own wall, rather later than earlier, and three hours before the session at the
/// latest. Who would have less than two waking hours for it keeps the seat without a word.
package enum ConfirmationDeadline {
    /// The hours that a program may give.
    package static let hours = 1...168
    /// What it gives unless its file says otherwise.
    package static let usualHours = 24

    private static let longest: Int64 = 7 * 24 * 60 * 60
    /// How long before a session, in seconds, what those who come rely on is settled.
    static let beforeSession: Int64 = 3 * 60 * 60
    private static let leastWakingTime: Int64 = 2 * 60 * 60
    private static let ends = 10 * 60..<20 * 60

    /// When the time is up.
    /// - Parameters:
    ///   - promotion: when they moved up.
    ///   - start: when the session begins.
    ///   - hours: the program's, in `hours`.
    ///   - rules: their own clock's.
    /// - Returns: the deadline; nil when there is nothing to confirm.
    package static func after(promotion: Instant, start: Instant, hours: Int, in rules: ZoneRules) -> Instant? {
        let time = min(max(Int64(hours) * 3600, start.seconds(since: promotion) / 4), longest)
        let wanted = promotion.adding(seconds: time)
        let latest = min(promotion.adding(seconds: longest), start.adding(seconds: -beforeSession))
        let ends = WakingHours(in: rules, minutes: ends)
        let later = ends.last(notAfter: wanted) == wanted ? wanted : ends.first(notBefore: wanted)
        let deadline = later <= latest ? later : ends.last(notAfter: latest)
        let earliest = WakingHours(in: rules).first(notBefore: promotion).adding(seconds: leastWakingTime)
        return deadline >= earliest ? deadline : nil
    }
}
