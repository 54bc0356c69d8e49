public import CivilTime

/// What somebody is asked when a mail seems to speak for them, and nothing proves that it may, or nobody can read it.
///
/// It goes to the person themself, whoever wrote that mail, and nothing of what was written stands in it: neither an address
/// nor a word.
public struct AskingLetter: Hashable, Sendable {
    /// Why the mail was not taken.
    public enum Reason: Hashable, Sendable {
        /// It did not come from the person's own address, or not in a way that proves it.
        case sender
        /// It came from the person's own address, and answers for somebody else.
        case otherPerson
        /// It names the person's own address, which anybody can write.
        case unproven
        /// Its answer is damaged, or of a kind that is not taken.
        case unreadable
        /// It answers something that they were not sent.
        case misfit
        /// It answers what is not so any more.
        case outdated
        /// It says that it is older than what they said last.
        case superseded
        /// It says maybe, and they have no seat.
        case noSeat
        /// It says maybe, and they have declined to lead it.
        case declined
        /// Another session of theirs is at the same time.
        case clash
    }

    /// What they seem to want.
    public var matter: MailMatter
    /// Why the mail was not taken.
    public var reason: Reason
    /// The session as it is.
    public var session: Session
    /// Its program.
    public var program: Program
    /// The page on which they settle it; nil where nobody knows where people reach the server.
    public var link: String?
    /// When it is written.
    public var date: Instant

    /// A letter with every part given.
    public init(
        matter: MailMatter, reason: Reason, session: Session, program: Program, link: String?, date: Instant
    ) {
        self.matter = matter
        self.reason = reason
        self.session = session
        self.program = program
        self.link = link
        self.date = date
    }
}
