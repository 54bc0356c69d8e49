public import CivilTime
public import Mentoring

/// The answer to somebody who enrolled.
public struct EnrollmentResult: Codable, Hashable, Sendable {
    /// The session's code.
    public var session: String
    /// Seat or waiting list.
    public var state: Enrollment.State
    /// The place on the waiting list, from 1; nil for a seat.
    public var position: Int?
    /// When it begins on the person's wall.
    public var localStart: LocalDateTime
    /// The person's zone.
    public var zone: TimeZoneID
    /// How humane it is there.
    public var hours: Hours
    /// Its length; null from a server of before that was told, as the next three are.
    public var minutes: Int?
    /// Who leads it.
    public var mentor: SessionView.PublicPerson?
    /// Where it is held.
    public var location: String?
    /// The codes of the next sessions that lie within the person's day, at most three.
    public var nextReachable: [String]
    /// The same with their times.
    public var next: [Reachable]?
    /// The secret address of the person's own calendar.
    public var feed: String
    /// Until when the seat is to be confirmed; nil when there is nothing to confirm.
    public var confirmBy: Instant?
    /// Why others go first, and until when; nil when they do not.
    public var yielding: Yielding?

    /// A session that the person could come to as well.
    public struct Reachable: Codable, Hashable, Sendable {
        /// The session's code.
        public var session: String
        /// When it begins on the person's wall.
        public var localStart: LocalDateTime

        package init(session: String, localStart: LocalDateTime) {
            self.session = session
            self.localStart = localStart
        }
    }

    package init(
        session: String, state: Enrollment.State, position: Int? = nil, localStart: LocalDateTime, zone: TimeZoneID,
        hours: Hours, minutes: Int, mentor: String, location: String, next: [Reachable], feed: String,
        confirmBy: Instant? = nil, yielding: Yielding? = nil
    ) {
        self.session = session
        self.state = state
        self.position = position
        self.localStart = localStart
        self.zone = zone
        self.hours = hours
        self.minutes = minutes
        self.mentor = .init(name: mentor)
        self.location = location
        self.nextReachable = next.map(\.session)
        self.next = next
        self.feed = feed
        self.confirmBy = confirmBy
        self.yielding = yielding
    }

    /// Writes `position` as null when there is none, as the contract has it.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(session, forKey: .session)
        try values.encode(state, forKey: .state)
        try values.encode(position, forKey: .position)
        try values.encode(localStart, forKey: .localStart)
        try values.encode(zone, forKey: .zone)
        try values.encode(hours, forKey: .hours)
        try values.encodeIfPresent(minutes, forKey: .minutes)
        try values.encodeIfPresent(mentor, forKey: .mentor)
        try values.encodeIfPresent(location, forKey: .location)
        try values.encode(nextReachable, forKey: .nextReachable)
        try values.encodeIfPresent(next, forKey: .next)
        try values.encode(feed, forKey: .feed)
        try values.encodeIfPresent(confirmBy, forKey: .confirmBy)
        try values.encodeIfPresent(yielding, forKey: .yielding)
    }
}
