public import CivilTime
public import Mentoring

/// A mail of the outbox as listings show it, for organizers.
public struct OutboxView: Codable, Hashable, Sendable {
    /// Its number.
    public var id: Identifier<OutboxMessage>
    /// The program that it is of; nil where that is not known.
    public var program: Program.Name?
    /// The recipient.
    public var to: EmailAddress
    /// What it is about.
    public var subject: String
    /// When it was written.
    public var created: Instant
    /// Whether it has left.
    public var state: OutboxMessage.State
    /// How often it was handed over without success.
    public var attempts: Int
    /// When it is handed over again, at the earliest; nil means at once, or never again.
    public var due: Instant?
    /// What the last attempt answered.
    public var lastError: String?
    /// Since when it is held back, from a restore until mail is released; nil when it is not.
    public var heldSince: Instant?

    package init(
        id: Identifier<OutboxMessage>, program: Program.Name? = nil, to: EmailAddress, subject: String,
        created: Instant, state: OutboxMessage.State, attempts: Int, due: Instant? = nil, lastError: String? = nil,
        heldSince: Instant? = nil
    ) {
        self.id = id
        self.program = program
        self.to = to
        self.subject = subject
        self.created = created
        self.state = state
        self.attempts = attempts
        self.due = due
        self.lastError = lastError
        self.heldSince = heldSince
    }
}
