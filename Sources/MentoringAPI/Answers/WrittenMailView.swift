public import CivilTime
public import Mentoring

/// A mail in which somebody wrote to a program, as its organizers see it in a list.
public struct WrittenMailView: Codable, Hashable, Sendable {
    /// The number.
    public var id: Identifier<SetAsideMail>
    /// When it came.
    public var received: Instant
    /// Who sent it, as its From says.
    public var sender: String
    /// Its subject.
    public var subject: String
    /// Whether it was mailed to them, is to be named by the mail at the day's end, or was.
    public var state: WrittenMail.State

    package init(
        id: Identifier<SetAsideMail>, received: Instant, sender: String, subject: String, state: WrittenMail.State
    ) {
        self.id = id
        self.received = received
        self.sender = sender
        self.subject = subject
        self.state = state
    }
}

/// A mail that came in, with what was written in it.
public struct MailView: Codable, Hashable, Sendable {
    /// The number.
    public var id: Identifier<SetAsideMail>
    /// The program to which it was written; nil for one that was set aside.
    public var program: Program.Name?
    /// When it came.
    public var received: Instant
    /// Who sent it, as its From says.
    public var sender: String
    /// Its subject.
    public var subject: String
    /// Why it was set aside; nil for one that was passed on.
    public var reason: String?
    /// What was written, decoded, in lines that are safe to show.
    public var text: String
    /// What came with it and is not kept.
    public var attachments: [String]

    package init(
        id: Identifier<SetAsideMail>, program: Program.Name? = nil, received: Instant, sender: String, subject: String,
        reason: String? = nil, text: String, attachments: [String] = []
    ) {
        self.id = id
        self.program = program
        self.received = received
        self.sender = sender
        self.subject = subject
        self.reason = reason
        self.text = text
        self.attachments = attachments
    }
}
