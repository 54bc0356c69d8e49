public import CivilTime
public import Mentoring

/// Reads mail that comes in; `Mail` does it, with `ICalendar` for the calendar part.
public protocol MailReading: Sendable {
    /// What a message says, however broken it is: what cannot be used says why.
    func read(_ message: [UInt8]) -> IncomingMail
}

/// A mail that came in, as far as it could be read.
public struct IncomingMail: Hashable, Sendable {
    /// What a mail wants.
    public enum Content: Hashable, Sendable {
        /// An answer to an invitation (RFC 5546 §3.2.3, §3.2.7).
        case answer(CalendarAnswer)
        /// An answer to an invitation that nobody can read; the text says why.
        case damagedAnswer(String)
        /// `leave CODE` as its subject, as the List-Unsubscribe header of our mails has it.
        case leave(session: String)
        /// A mail of ours could not be delivered for good (RFC 3464); the text is what was reported.
        case bounce(of: EmailAddress, String)
        /// Nothing that can be acted on; the text says why.
        case unusable(String)
    }

    /// The one address of From; nil when there is none or several.
    public var sender: EmailAddress?
    /// Whether the configured receiving host vouches that the sender's domain sent it (RFC 8601).
    public var isAuthentic: Bool
    /// The addresses it was sent to, as its header has them, in order.
    public var recipients: [EmailAddress]
    /// One line, made safe to show.
    public var subject: String
    /// What it wants.
    public var content: Content
    /// What somebody wrote in it; nil where no person did, or what they wrote has gone round already.
    ///
    /// That is so in automatic replies, reports, what comes over mailing lists, and what a Meridian has passed on. In an answer to
    /// an invitation it is the comment, or what stands beside it, but for what calendar programs write by themselves.
    public var words: WrittenWords?
    /// What tells it from every other mail of its sender, however often it is delivered: its Message-ID, as a rule.
    public var identity: String

    /// A mail with every part given.
    public init(
        sender: EmailAddress?, isAuthentic: Bool = false, recipients: [EmailAddress] = [], subject: String = "",
        content: Content, words: WrittenWords? = nil, identity: String = ""
    ) {
        self.sender = sender
        self.isAuthentic = isAuthentic
        self.recipients = recipients
        self.subject = subject
        self.content = content
        self.words = words
        self.identity = identity
    }
}

/// What a person wrote in a mail.
public struct WrittenWords: Hashable, Sendable {
    /// From as the mail has it, one line that is safe to show.
    public var author: String
    /// The text, decoded, in lines that are safe to show, at most `WrittenMail.longestText` bytes.
    public var text: String
    /// The names of what came with it, one line each that is safe to show.
    public var attachments: [String]

    /// Words with every part given.
    public init(author: String, text: String, attachments: [String] = []) {
        self.author = author
        self.text = text
        self.attachments = attachments
    }
}

/// An attendee's answer to an invitation, as a calendar program wrote it.
public struct CalendarAnswer: Hashable, Sendable {
    /// The iTIP method of an answer: REPLY, or COUNTER with another time.
    public enum Method: String, Sendable, Codable { case reply, counter }

    /// REPLY or COUNTER.
    public var method: Method
    /// The session's UID.
    public var uid: String
    /// To whom the invitation told to answer; nil where the program did not keep it.
    public var organizer: EmailAddress?
    /// Whose answer it is.
    public var attendee: EmailAddress
    /// The SEQUENCE that is answered.
    public var sequence: Int
    /// DTSTAMP: when the answer was made.
    public var stamp: Instant
    /// PARTSTAT.
    public var participation: ParticipationStatus
    /// COMMENT, made safe to show in one line; nil when there is none.
    public var comment: String?
    /// When the attendee would rather begin; only in a COUNTER.
    public var proposedStart: Instant?

    /// An answer with every part given.
    public init(
        method: Method, uid: String, organizer: EmailAddress?, attendee: EmailAddress, sequence: Int, stamp: Instant,
        participation: ParticipationStatus, comment: String? = nil, proposedStart: Instant? = nil
    ) {
        self.method = method
        self.uid = uid
        self.organizer = organizer
        self.attendee = attendee
        self.sequence = sequence
        self.stamp = stamp
        self.participation = participation
        self.comment = comment
        self.proposedStart = proposedStart
    }
}

extension CalendarAnswer {
    /// What it wants of a session: who asks for another time says neither that they come nor that they do not.
    var wish: MailMatter.Wish {
        switch method {
        case .reply: .answer(participation)
        case .counter: proposedStart.map(MailMatter.Wish.anotherTime) ?? .answer(nil)
        }
    }
}
