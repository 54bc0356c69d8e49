public import CivilTime
public import TimeZoneCatalog

/// That the hour of sessions moves on somebody's clock from one of them on, because theirs or the mentor's is changed.
public struct HourMove: Hashable, Sendable {
    /// A session's time, and what it recurs with.
    package struct Occasion: Hashable, Sendable {
        package let program: String
        package let region: Region
        /// What the program calls the region.
        package let regionTitle: String
        package let mentor: String
        package let time: ZonedDateTime
        package let minutes: Int

        package init(
            program: String, region: Region, regionTitle: String? = nil, mentor: String, time: ZonedDateTime,
            minutes: Int
        ) {
            self.program = program
            self.region = region
            self.regionTitle = regionTitle ?? region.usualTitle
            self.mentor = mentor
            self.time = time
            self.minutes = minutes
        }
    }

    /// The program, as the occasions had it.
    public let program: String
    /// Whose turns they are.
    public let region: Region
    /// What the program calls that region.
    public let regionTitle: String
    /// Who leads them.
    public let mentor: String
    /// The first session at the new hour, on the reader's clock.
    public let from: LocalDateTime
    /// The last one before, there.
    public let before: LocalDateTime
    /// How humane the new hour is.
    public let hours: Hours
    /// The zones whose clocks are changed in between: the reader's, the one by which it was agreed, or both.
    public let changed: [TimeZoneID]

    /// The moves to come of sessions' hours on the clocks of a zone, by first session.
    ///
    /// - Parameters:
    ///   - occasions: sessions that take place, or did, in any order; what moves is seen from the one before.
    ///   - rules: of the reader's zone.
    ///   - now: moves before it are over.
    /// - Returns: each move of each hour at which sessions recur.
    package static func all(of occasions: [Occasion], on rules: ZoneRules, after now: Instant) -> [HourMove] {
        Dictionary(grouping: occasions) {
            Rhythm(
                program: $0.program, region: $0.region, regionTitle: $0.regionTitle, mentor: $0.mentor,
                zone: $0.time.zone, at: $0.time.local.time)
        }.flatMap { rhythm, occasions in
            let ordered = occasions.sorted { $0.time.instant < $1.time.instant }
            return RecurringHour.steps(of: ordered.map(\.time), in: rules).compactMap { step -> HourMove? in
                guard let before = step.before, step.agreed.instant > now else { return nil }
                return HourMove(
                    program: rhythm.program, region: rhythm.region, regionTitle: rhythm.regionTitle,
                    mentor: rhythm.mentor, from: step.local, before: before,
                    hours: Hours(of: step.agreed.instant, minutes: ordered[step.position].minutes, in: rules),
                    changed: step.changed)
            }
        }.sorted { ($0.from, $0.program, $0.region, $0.mentor) < ($1.from, $1.program, $1.region, $1.mentor) }
    }

    private struct Rhythm: Hashable {
        let program: String
        let region: Region
        let regionTitle: String
        let mentor: String
        let zone: TimeZoneID
        let at: LocalTime
    }
}
