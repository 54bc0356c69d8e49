import Mentoring

/// The answer to somebody who moved or cancelled a session.
public struct SessionChange: Codable, Hashable, Sendable {
    /// The session as it is now.
    public var session: SessionView
    /// How many people are told.
    public var told: Int

    package init(session: SessionView, told: Int) {
        self.session = session
        self.told = told
    }
}
