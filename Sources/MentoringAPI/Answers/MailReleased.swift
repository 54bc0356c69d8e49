public import CivilTime
import Mentoring

/// What became of the mail that was held back after a restore.
public struct MailReleased: Codable, Hashable, Sendable {
    /// Since when it was held.
    public var heldSince: Instant
    /// How many mails leave now.
    public var released: Int
    /// How many never will.
    public var dropped: Int

    package init(heldSince: Instant, released: Int, dropped: Int) {
        self.heldSince = heldSince
        self.released = released
        self.dropped = dropped
    }
}
