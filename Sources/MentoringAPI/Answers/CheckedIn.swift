import Mentoring

/// That somebody is in a session, as they say themselves.
public struct CheckedIn: Codable, Hashable, Sendable {
    /// The session's code.
    public var session: String
    /// The name of whoever checked in.
    public var name: String

    package init(session: String, name: String) {
        self.session = session
        self.name = name
    }
}
