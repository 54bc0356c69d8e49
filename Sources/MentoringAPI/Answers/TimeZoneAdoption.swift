public import CivilTime
import Mentoring

/// What a new release of the tz data moves.
public struct TimeZoneAdoption: Codable, Hashable, Sendable {
    /// A session whose wall-clock time stays and whose instant moves.
    public struct Move: Codable, Hashable, Sendable {
        /// The session's code.
        public var session: String
        /// When it begins on the wall in `zone`, as ever.
        public var localStart: LocalDateTime
        /// The zone in which it was agreed.
        public var zone: TimeZoneID
        /// The instant under the release before.
        public var from: Instant
        /// The instant under the release in force.
        public var to: Instant

        package init(session: String, localStart: LocalDateTime, zone: TimeZoneID, from: Instant, to: Instant) {
            self.session = session
            self.localStart = localStart
            self.zone = zone
            self.from = from
            self.to = to
        }
    }

    /// The release under which instants were computed before; nil when there was none.
    public var from: String?
    /// The release in force.
    public var to: String
    /// The sessions to come that move.
    public var moves: [Move] = []
    /// The names of those who are told, because their own local time changes; in the order of the names.
    public var told: [String] = []

    /// Nothing that moves.
    public init(from: String?, to: String) {
        self.from = from
        self.to = to
    }
}
