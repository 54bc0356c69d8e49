import Mentoring

/// The answer to somebody who left a session.
public struct LeaveResult: Codable, Hashable, Sendable {
    /// The session's code.
    public var session: String
    /// How many people moved up from the waiting list because of it.
    public var promoted: Int

    package init(session: String, promoted: Int) {
        self.session = session
        self.promoted = promoted
    }
}
