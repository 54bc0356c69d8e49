public import CivilTime
public import Mentoring
public import MentoringAPI

/// A session as a clock on a wall shows it: the viewer's, or where nobody's is known the one by which it was agreed.
///
/// A value, though a class: a season's grid holds each in its week, its region and its order, and nothing of its many texts is copied.
public final class LocalSession: Sendable {
    /// The session.
    public let session: SessionView
    /// Where the clock hangs.
    public let zone: TimeZoneID
    /// When it begins on that clock.
    public let start: LocalDateTime
    /// When it ends on that clock.
    public let end: LocalTime
    /// How humane it is there.
    public let hours: Hours

    /// A session on the clocks of a zone.
    public init(_ session: SessionView, in rules: ZoneRules) {
        self.session = session
        zone = rules.id
        start = rules.local(at: session.start)
        end = rules.local(at: session.end).time
        hours = Hours(of: session.start, minutes: session.minutes, in: rules)
    }

    /// Whether it takes place, or did.
    public var isOn: Bool { session.status != .cancelled }
}

extension Hours {
    /// `in your day`.
    public var inWords: String {
        switch self {
        case .humane: "in your day"
        case .edge: "at the edge of your day"
        case .night: "in your night"
        }
    }

    /// The same where there is little room.
    public var inAWord: String { self == .humane ? "day" : rawValue }
}
