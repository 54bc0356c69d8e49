public import CivilTime
public import TimeZoneCatalog

/// A trainee's seat in a session, or place on its waiting list.
public struct Enrollment: Hashable, Sendable {
    /// Whether the person has a seat.
    public enum State: String, Sendable, Codable { case enrolled, waitlisted }

    /// The number under which the store keeps it; it grows with every enrollment, so it is the order of the waiting list.
    public var id: Identifier<Enrollment>
    /// The session.
    public var session: Identifier<Session>
    /// Who.
    public var person: Person
    /// The seat, from 1 to the session's capacity; nil while waiting.
    public var seat: Int?
    /// When the person enrolled.
    public var since: Instant

    /// An enrollment; the store numbers it.
    public init(
        id: Identifier<Enrollment> = .unassigned, session: Identifier<Session>, person: Person, seat: Int?,
        since: Instant
    ) {
        self.id = id
        self.session = session
        self.person = person
        self.seat = seat
        self.since = since
    }

    /// Seat or waiting list.
    public var state: State { seat == nil ? .waitlisted : .enrolled }
}

/// A trainee's wish to be in all sessions of a region, all season.
public struct StandingEnrollment: Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// The region.
    public var region: Region
    /// Who.
    public var person: Person
    /// When the person asked.
    public var since: Instant

    /// A standing enrollment.
    public init(program: Program.Name, region: Region, person: Person, since: Instant) {
        self.program = program
        self.region = region
        self.person = person
        self.since = since
    }
}
