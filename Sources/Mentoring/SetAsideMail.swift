public import CivilTime

/// A mail that came in and could not be used, kept so that a person can look at it.
public struct SetAsideMail: Hashable, Sendable {
    /// The number that people see.
    public var id: Identifier<SetAsideMail>
    /// When it came.
    public var received: Instant
    /// From, as far as it could be read, one line.
    public var sender: String
    /// Subject, as far as it could be read, one line.
    public var subject: String
    /// Why it was of no use, one line.
    public var reason: String
    /// Its beginning, at most 64 KiB.
    public var bytes: [UInt8]
    /// What somebody wrote in it, as lines that are safe to show; nil where nobody did, or it came before that was kept.
    public var text: String?

    /// A mail; the store numbers it.
    public init(
        id: Identifier<SetAsideMail> = .unassigned, received: Instant, sender: String, subject: String, reason: String,
        bytes: [UInt8], text: String? = nil
    ) {
        self.id = id
        self.received = received
        self.sender = sender
        self.subject = subject
        self.reason = reason
        self.bytes = bytes
        self.text = text
    }
}
