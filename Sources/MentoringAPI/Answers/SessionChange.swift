import Mentoring

/// The answer to somebody who moved or cancelled a session.
public struct SessionChange: Codable, Hashable, Sendable {
    /// The session as it is now.
    public var session: SessionView
    /// How many people are told.
    public var told: Int
    /// What is to be known about the hour that was asked for; nil when there is nothing.
    public var note: String?

    package init(session: SessionView, told: Int, note: String? = nil) {
        self.session = session
        self.told = told
        self.note = note
    }
}
