/// A session that somebody attended.
public struct AttendedSession: Hashable, Sendable {
    /// The session, with its review if it was about one.
    public var session: Session
    /// Whether they read its log and answered its questions afterwards, instead of being there.
    public var isAsynchronous: Bool
    /// Whether they led it together with its mentor.
    public var isCoLed: Bool

    /// What is stored of one person in one session.
    public init(session: Session, isAsynchronous: Bool = false, isCoLed: Bool = false) {
        self.session = session
        self.isAsynchronous = isAsynchronous
        self.isCoLed = isCoLed
    }
}
