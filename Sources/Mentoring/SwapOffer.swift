public import CivilTime

/// A mentor's offer to let somebody else lead a session of theirs.
public struct SwapOffer: Hashable, Sendable {
    /// Where an offer stands.
    public enum State: String, Sendable, Codable, CaseIterable {
        /// Anybody asked may take it.
        case open
        /// Somebody took it.
        case accepted
        /// It was taken back, before or after somebody took it.
        case withdrawn
    }

    /// The number that people see and type.
    public var id: Identifier<SwapOffer>
    /// The session.
    public var session: Identifier<Session>
    /// Who offers it.
    public var from: Person
    /// Who is asked; nil means every mentor of the region who could lead it within their day.
    public var to: Person?
    /// When it was made.
    public var made: Instant
    /// Where it stands.
    public var state: State
    /// Who took it.
    public var acceptedBy: Person?

    /// An offer; the store numbers it.
    public init(
        id: Identifier<SwapOffer> = .unassigned, session: Identifier<Session>, from: Person, to: Person?,
        made: Instant, state: State = .open, acceptedBy: Person? = nil
    ) {
        self.id = id
        self.session = session
        self.from = from
        self.to = to
        self.made = made
        self.state = state
        self.acceptedBy = acceptedBy
    }
}
