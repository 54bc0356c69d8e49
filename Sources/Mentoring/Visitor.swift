public import ChatLogs

/// Somebody who spoke in a session, by its log, under nicknames that are nobody's yet.
///
/// Once one of them is known as somebody's, the session counts for that person, and they are no visitor.
public struct Visitor: Hashable, Sendable {
    /// The session.
    public var session: Identifier<Session>
    /// Every nickname that they had there, the first first; one or more.
    public var nicknames: [Nickname]

    /// Somebody who spoke in a session.
    public init(session: Identifier<Session>, nicknames: [Nickname]) {
        self.session = session
        self.nicknames = nicknames
    }
}
