public import CivilTime
import Mentoring

/// What became of the mails that were waiting.
public struct OutboxReport: Codable, Hashable, Sendable {
    /// How many mails sendmail took.
    public var sent = 0
    /// Not taken now.
    public var waiting = 0
    /// Never to be taken.
    public var refused = 0
    /// Since when all mail is held back, from a restore until it is released; nil when it is not.
    public var heldSince: Instant?

    package init(sent: Int = 0, waiting: Int = 0, refused: Int = 0, heldSince: Instant? = nil) {
        self.sent = sent
        self.waiting = waiting
        self.refused = refused
        self.heldSince = heldSince
    }
}
