import CivilTime
import Mentoring
import TimeZoneCatalog

/// When a session is held according to the tz data in force.
struct SessionTime {
    /// The rules of the zone in which it was agreed; nil for UTC, and when the tz data in force do not have the zone.
    let rules: ZoneRules?
    /// When it begins.
    let start: Instant
    /// When it ends.
    let end: Instant

    /// The wall-clock time is what was promised, so the instants follow from it; those stored beside it serve only where
    /// the zone cannot be read, which must not cost a feed all its other sessions.
    init(of session: Session, zones: TimeZoneCatalog) {
        rules = zones.isUniversal(session.zone) ? nil : try? zones.rules(for: session.zone)
        start = rules?.resolve(session.localStart).instant ?? session.start
        end = start.adding(seconds: Int64(session.minutes) * 60)
    }

    /// Whether the zone's clocks show both ends but once.
    ///
    /// Not all programs read a time that is shown twice as RFC 5545 §3.3.5 says.
    func isShownOnce(by rules: ZoneRules) -> Bool {
        [start, end].allSatisfy { rules.resolve(rules.local(at: $0)) == .unambiguous($0) }
    }
}

extension TimeZoneCatalog {
    /// Whether the zone is UTC itself, which has no TZID.
    fileprivate func isUniversal(_ zone: TimeZoneID) -> Bool {
        ["Etc/UTC", "Etc/GMT", "UTC", "GMT"].contains(canonical(zone).name)
    }
}
