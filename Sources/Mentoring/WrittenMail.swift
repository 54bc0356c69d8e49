public import CivilTime

/// A mail in which somebody wrote to a program in words: passed on to its organizers, and kept so that they can read it.
///
/// Mails that come in are numbered together with those that are set aside, so that one number is one mail.
public struct WrittenMail: Hashable, Sendable {
    /// What became of it.
    public enum State: String, Sendable, Codable, CaseIterable {
        /// It was mailed to the organizers.
        case forwarded
        /// Too many were mailed that day, or nobody organizes the program; one mail names it when the day is over and somebody does.
        case later
        /// That mail was written.
        case listed
    }

    /// The number that people see.
    public var id: Identifier<SetAsideMail>
    /// The program.
    public var program: Program.Name
    /// The one address of From; nil when there is none or several.
    public var sender: EmailAddress?
    /// From as the mail has it, one line.
    public var author: String
    /// Subject, one line.
    public var subject: String
    /// When it came.
    public var received: Instant
    /// What they wrote, as lines that are safe to show.
    public var text: String
    /// What came with it and is not kept, one line each.
    public var attachments: [String]
    /// SHA-256 of what tells it from every other mail, so that it is passed on once however often it is delivered.
    public var digest: [UInt8]
    /// What became of it.
    public var state: State

    /// A mail; the store numbers it.
    public init(
        id: Identifier<SetAsideMail> = .unassigned, program: Program.Name, sender: EmailAddress?, author: String,
        subject: String, received: Instant, text: String, attachments: [String], digest: [UInt8], state: State
    ) {
        self.id = id
        self.program = program
        self.sender = sender
        self.author = author
        self.subject = subject
        self.received = received
        self.text = text
        self.attachments = attachments
        self.digest = digest
        self.state = state
    }

    /// The most UTF-8 bytes of its text.
    public static let longestText = 65_536
    /// How many of one sender's are mailed to a program's organizers in a day of UTC.
    package static let mostForwarded = 20
    /// How many are mailed to them in a day of UTC of all those together who take no part in the program.
    package static let mostForwardedOfStrangers = 60
    /// How long it is kept.
    package static let keptFor: Int64 = 180 * 86_400
}
