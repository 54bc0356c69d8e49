public import CivilTime

/// One attempt to sign in, from the moment at which somebody gives an address.
///
/// Two secrets belong to it: the link's goes to the address alone, the attempt's to whoever asked alone. The link signs in who
/// reads the mail; the code in the mail signs in who reads it *and* asked. Whichever is used first ends both. An attempt for an
/// address that is nobody's here, or to which nothing was written, looks the same to whoever asked, and comes to nothing.
public struct SignIn: Hashable, Sendable {
    /// How long it can be used, in seconds (NIST SP 800-63B §3.1.3.2 takes 10 minutes for a secret by another channel as the
    /// most; mail that is greylisted takes longer).
    public static let validity: Int64 = 15 * 60
    /// How often its code can be tried; its link, which only the mail's reader has, is good after that, too: whoever asks in
    /// another's name cannot spoil their mail.
    public static let mostTries = 5
    /// How many letters a mailbox gets within an hour.
    public static let mostInAnHour = 5
    /// How many within a day.
    public static let mostInADay = 20

    /// The letter that was written for it.
    public struct Letter: Hashable, Sendable {
        /// To whose address.
        public var email: EmailAddress
        /// SHA-256 of the link's secret.
        public var link: [UInt8]

        /// A letter.
        public init(email: EmailAddress, link: [UInt8]) {
            self.email = email
            self.link = link
        }
    }

    /// The number by which it is changed.
    public var id: Identifier<SignIn>
    /// What was written; nil where nobody can sign in by it.
    public var letter: Letter?
    /// SHA-256 of the attempt's secret.
    public var attempt: [UInt8]
    /// From where they came.
    public var origin: Origin
    /// How often its code was tried in vain.
    public var tries: Int
    /// When it began.
    public var made: Instant
    /// When somebody signed in by it.
    public var used: Instant?

    /// An attempt; the store numbers it.
    public init(
        id: Identifier<SignIn> = .unassigned, letter: Letter?, attempt: [UInt8], origin: Origin, tries: Int = 0,
        made: Instant, used: Instant? = nil
    ) {
        self.id = id
        self.letter = letter
        self.attempt = attempt
        self.origin = origin
        self.tries = tries
        self.made = made
        self.used = used
    }

    /// Whether it can be used no more, by whichever door.
    package func isOver(at now: Instant) -> Bool { made.adding(seconds: Self.validity) <= now }
}

/// Whence somebody came who signs in, and whither they go back: never an address, since anybody can write one.
public struct Origin: Hashable, Sendable {
    /// The program; nil for whoever came from none.
    public var program: Program.Name?
    /// The session.
    public var session: Identifier<Session>?

    /// From a program, and there from a session; without either, from nowhere.
    public init(program: Program.Name? = nil, session: Identifier<Session>? = nil) {
        self.program = program
        self.session = session
    }
}
