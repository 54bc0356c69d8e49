public import CivilTime

/// The mail that is still to leave.
public struct WaitingMail: Hashable, Sendable {
    /// How many mails.
    public var count: Int
    /// Since when the recipient who has waited longest could have been written to; nil when no mail waits.
    ///
    /// A mail that is put off until later does not wait before then, nor do those that must leave after it.
    public var since: Instant?

    /// So much mail, waiting since a moment.
    public init(count: Int, since: Instant?) {
        self.count = count
        self.since = since
    }
}
