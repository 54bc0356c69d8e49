public import CivilTime
import Mentoring

/// The answer to somebody who left a session.
public struct LeaveResult: Codable, Hashable, Sendable {
    /// The session's code.
    public var session: String
    /// How many people moved up from the waiting list because of it.
    public var promoted: Int
    /// Whether whoever enrolls again waits: no seat is free, or they let others go first.
    public var waits: Bool
    /// Until when one may enroll again, which is when it begins; nil where it is off, or has no place in the season any more.
    public var until: Instant?

    package init(session: String, promoted: Int, waits: Bool, until: Instant? = nil) {
        self.waits = waits
        self.until = until
        self.session = session
        self.promoted = promoted
    }
}
