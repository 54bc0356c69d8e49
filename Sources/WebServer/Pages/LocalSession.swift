import CivilTime
import Mentoring
import TimeZoneCatalog

/// A session as a clock on a wall shows it: the viewer's, or where nobody's is known the mentor's.
struct LocalSession {
    let session: SessionView
    let zone: TimeZoneID
    let start: LocalDateTime
    let end: LocalTime
    let hours: Hours

    init(_ session: SessionView, in rules: ZoneRules) {
        self.session = session
        zone = rules.id
        start = rules.local(at: session.start)
        end = rules.local(at: session.end).time
        hours = Hours(of: session.start, minutes: session.minutes, in: rules)
    }

    /// Whether it takes place, or did.
    var isOn: Bool { session.status != .cancelled }
}

extension SessionView {
    /// `11 of 12 seats free`, `full, 3 waiting`.
    var seats: String {
        let waiting = waitlisted == 0 ? "" : ", \(waitlisted) waiting"
        return enrolled < capacity ? "\(capacity - enrolled) of \(capacity) seats free\(waiting)" : "full\(waiting)"
    }
}

extension Hours {
    /// `in your day`.
    var inWords: String {
        switch self {
        case .humane: "in your day"
        case .edge: "at the edge of your day"
        case .night: "in your night"
        }
    }

    /// The same where there is little room.
    var inAWord: String { self == .humane ? "day" : rawValue }
}
