public import CivilTime

/// What the page behind the link of a sign-in shows.
public struct SignInShown: Hashable, Sendable {
    /// Who would be signed in.
    public var name: String
    /// What waits for one click; nil where nothing does.
    public var seat: SeatOffer?

    package init(name: String, seat: SeatOffer?) {
        self.name = name
        self.seat = seat
    }
}

/// The session from which somebody came, where they could have a seat in it, or a place in its queue.
public struct SeatOffer: Hashable, Sendable {
    /// The session's code.
    public var session: String
    /// What people call its program.
    public var title: String
    /// When it begins.
    public var start: Instant
    /// When that is on the person's wall; on the session's own for whose clock is not known.
    public var localStart: LocalDateTime
    /// On which clock that is.
    public var zone: TimeZoneID
    /// Whether all seats are taken.
    public var isFull: Bool
    /// Whether they would join its program by it.
    public var joins: Bool

    package init(
        session: String, title: String, start: Instant, localStart: LocalDateTime, zone: TimeZoneID, isFull: Bool,
        joins: Bool
    ) {
        self.session = session
        self.title = title
        self.start = start
        self.localStart = localStart
        self.zone = zone
        self.isFull = isFull
        self.joins = joins
    }
}
