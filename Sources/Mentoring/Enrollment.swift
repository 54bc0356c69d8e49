public import CivilTime

/// A trainee's seat in a session, or place on its waiting list.
public struct Enrollment: Hashable, Sendable {
    /// Whether the person has a seat.
    public enum State: String, Sendable, Codable, CaseIterable { case enrolled, waitlisted }

    /// The number under which the store keeps it; it grows with every enrollment, so it is the order of the waiting list.
    public var id: Identifier<Enrollment>
    /// The session.
    public var session: Identifier<Session>
    /// The trainee who has the seat, or waits for one.
    public var person: Person
    /// The seat, from 1 to the session's capacity; nil while waiting.
    public var seat: Int?
    /// When the person enrolled.
    public var since: Instant
    /// Whether the person lets everybody else go first until shortly before the session, having missed seats before.
    public var yields: Bool
    /// Until when a seat that came by promotion is to be confirmed; nil when there is nothing to confirm.
    public var confirmBy: Instant?

    /// An enrollment; the store numbers it.
    public init(
        id: Identifier<Enrollment> = .unassigned, session: Identifier<Session>, person: Person, seat: Int?,
        since: Instant, yields: Bool = false, confirmBy: Instant? = nil
    ) {
        self.id = id
        self.session = session
        self.person = person
        self.seat = seat
        self.since = since
        self.yields = yields
        self.confirmBy = confirmBy
    }

    /// Seat or waiting list.
    public var state: State { seat == nil ? .waitlisted : .enrolled }
}
