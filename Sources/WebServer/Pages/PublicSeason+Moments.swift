import CivilTime
import MentoringAPI
import TimeZoneCatalog

extension PublicSeason {
    /// The moment from which a page of it may say something else although nobody changes anything: a session begins or ends, or a
    /// day does on one of the clocks that it shows.
    /// - Parameters:
    ///   - zone: on whose clock it is shown; nil means each session's own.
    ///   - zones: the zones in force.
    /// - Returns: that moment; nil is never to come.
    /// - Throws: when a zone's rules cannot be read.
    func goodUntil(on zone: TimeZoneID?, by zones: TimeZoneCatalog) throws -> Instant? {
        try PageMoments(of: sessions + following, on: zone, by: zones).next(after: asOf)
    }
}

extension PublicPrograms {
    /// The same of the page of all programs.
    func goodUntil(on zone: TimeZoneID?, by zones: TimeZoneCatalog) throws -> Instant? {
        try PageMoments(of: programs.compactMap(\.next), on: zone, by: zones).next(after: asOf)
    }
}

/// The moments at which a page about sessions says something else.
private struct PageMoments {
    private let hours: [Instant]
    private let clocks: [ZoneRules]

    init(of sessions: [SessionView], on zone: TimeZoneID?, by zones: TimeZoneCatalog) throws {
        hours = sessions.flatMap { [$0.start, $0.end] }
        // Seasons and weeks of duties begin and end with the days of UTC.
        clocks = try Set([.utc] + (zone.map { [$0] } ?? sessions.map(\.zone))).map { try zones.rules(for: $0) }
    }

    func next(after now: Instant) -> Instant? {
        let midnights = clocks.map { clock in
            let tomorrow = clock.local(at: now).date.adding(days: 1)
            return clock.zoned(LocalDateTime(date: tomorrow, time: .midnight)).instant
        }
        return (hours + midnights).filter { $0 > now }.min()
    }
}
