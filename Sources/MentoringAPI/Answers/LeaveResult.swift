public import CivilTime
import Mentoring

/// The answer to somebody who left a session.
public struct LeaveResult: Codable, Hashable, Sendable {
    /// The session's code.
    public var session: String
    /// How many people moved up from the waiting list because of it.
    public var promoted: Int
    /// Until when one may enroll again, which is when it begins; nil where it is off.
    public var until: Instant?

    package init(session: String, promoted: Int, until: Instant? = nil) {
        self.until = until
        self.session = session
        self.promoted = promoted
    }
}
