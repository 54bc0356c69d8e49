public import CivilTime

/// What became of the mail that was held back after a restore.
public struct MailReleased: Codable, Hashable, Sendable {
    /// Since when it was held.
    public var heldSince: Instant
    /// How many mails leave now.
    public var released: Int
    /// How many never will.
    public var dropped: Int
}
