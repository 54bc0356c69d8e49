public import CivilTime

/// Another time that a participant would prefer (an iTIP COUNTER), for the session's mentor to see.
public struct TimeProposal: Hashable, Sendable {
    /// The session.
    public var session: Identifier<Session>
    /// Who proposes it.
    public var person: Person
    /// When they would rather begin; nil when they only wrote a comment.
    public var start: Instant?
    /// What they wrote, one line.
    public var comment: String?
    /// When the proposal was made.
    public var made: Instant

    /// A proposal with every part given.
    public init(session: Identifier<Session>, person: Person, start: Instant?, comment: String?, made: Instant) {
        self.session = session
        self.person = person
        self.start = start
        self.comment = comment
        self.made = made
    }
}
