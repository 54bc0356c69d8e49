public import CivilTime

/// What somebody is answered who asked for something by mail.
public struct MailReply: Hashable, Sendable {
    /// What became of it.
    public enum Outcome: Hashable, Sendable {
        /// They have a seat.
        case seated
        /// They wait for one, in this place from 1.
        case waiting(Int)
        /// They have given up their seat, or their place on the list.
        case left
        /// Their week of a duty is offered to so many others.
        case offered(Int)
        /// It was refused, in the words in which the command line refuses it.
        case refused(String)
    }

    /// How it was asked for.
    public enum Source: Hashable, Sendable {
        /// In words of theirs.
        case words
        /// By an answer of their calendar's.
        case calendar
        /// By a mail that only seems to be theirs.
        case unproven
    }

    /// To whom.
    public var reader: Person
    /// The line that they wrote.
    public var request: String
    /// What became of it.
    public var outcome: Outcome
    /// The session, where there is one.
    public var session: Session?
    /// The program that answers.
    public var program: Program
    /// When it is written.
    public var date: Instant
    /// How it was asked for.
    public var source: Source

    /// An answer with every part given.
    public init(
        reader: Person, request: String, outcome: Outcome, session: Session?, program: Program, date: Instant,
        source: Source = .words
    ) {
        self.reader = reader
        self.request = request
        self.outcome = outcome
        self.session = session
        self.program = program
        self.date = date
        self.source = source
    }
}
