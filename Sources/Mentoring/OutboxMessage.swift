public import CivilTime

/// A mail that is to leave, written in the transaction of the change it tells of.
public struct OutboxMessage: Hashable, Sendable {
    /// Where a message stands.
    public enum State: String, Sendable, Codable, CaseIterable { case pending, sent, refused }

    /// The number that people see; messages leave in this order.
    public var id: Identifier<OutboxMessage>
    /// The program that it is of; nil for what was written before that was kept.
    public var program: Program.Name?
    /// The envelope's sender, to which what cannot be delivered comes back; nil means the program's contact.
    public var sender: EmailAddress?
    /// The one recipient.
    public var recipient: EmailAddress
    /// What it is about, one line.
    public var subject: String
    /// The whole RFC 5322 message, which every retry repeats byte for byte; empty once it was emptied.
    public var bytes: [UInt8]
    /// When it was written.
    public var created: Instant
    /// Whether it has left.
    public var state: State
    /// How often it was handed over without success.
    public var attempts: Int
    /// When it is to be handed over again, at the earliest; nil means at once.
    public var due: Instant?
    /// What the last attempt answered.
    public var lastError: String?
    /// Whether it holds a secret that its recipient is to act with, or what somebody wrote, which is kept for a time elsewhere:
    /// then it is emptied as soon as it has left or was refused.
    public var holdsSecret: Bool
    /// Whether it holds links with which whoever has them can act in its recipient's name: then it is emptied as soon as it has
    /// left, and kept where it was refused, since it can be sent again.
    public var holdsLinks: Bool
    /// Whether its recipient was erased: then the message goes, with all that is known of it, as soon as it has left or was refused.
    public var isForgotten = false

    /// A message; the store numbers it.
    public init(
        id: Identifier<OutboxMessage> = .unassigned, program: Program.Name? = nil, sender: EmailAddress? = nil,
        recipient: EmailAddress, subject: String, bytes: [UInt8], created: Instant, state: State = .pending,
        attempts: Int = 0, due: Instant? = nil, lastError: String? = nil, holdsSecret: Bool = false,
        holdsLinks: Bool = false
    ) {
        self.id = id
        self.program = program
        self.sender = sender
        self.recipient = recipient
        self.subject = subject
        self.bytes = bytes
        self.created = created
        self.state = state
        self.attempts = attempts
        self.due = due
        self.lastError = lastError
        self.holdsSecret = holdsSecret
        self.holdsLinks = holdsLinks
    }
}

extension OutboxMessage {
    /// The header field that a mail in words is marked with when it is passed on, whichever Meridian does it.
    public static let forwardedField = "X-Meridian-Forwarded"

    /// Whether it passes on what somebody wrote: what becomes of it says nothing about the address that it goes to.
    public var isForwarded: Bool {
        let field = Array("\(Self.forwardedField):".utf8)
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.isEmpty || line.elementsEqual([UInt8(ascii: "\r")]) { return false }
            if line.starts(with: field) { return true }
        }
        return false
    }
}
