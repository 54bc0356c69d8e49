public import CivilTime

/// A letter to an address of which nobody knows yet whose it is: who reads it chooses what becomes of it.
///
/// What was typed in last is only proposed to them.
public struct SignUp: Hashable, Sendable {
    /// How long it can be confirmed, in seconds, and how long the mailbox gets no other mail of the kind.
    public static let validity: Int64 = 24 * 60 * 60
    /// How many strangers a program has written to within that time; one sender can have 480 of them.
    public static let mostOfAProgram = 1_000

    /// The address, which may be anybody's.
    public var email: EmailAddress
    /// The program that somebody asked for last.
    public var program: Program.Name
    /// The session from which they came who asked last; nil for whoever came from none.
    public var session: Identifier<Session>?
    /// The name that was given last; empty where none was, by somebody who wanted to sign in.
    public var name: String
    /// The zone that was given last; without a name, none was.
    public var zone: TimeZoneID
    /// SHA-256 of the secret that only the address's owner gets to know.
    public var digest: [UInt8]
    /// When the letter was written.
    public var made: Instant
    /// The program for which a stranger had it written; nil where an organizer invites.
    public var countedFor: Program.Name?

    /// A letter with every part given.
    public init(
        email: EmailAddress, program: Program.Name, session: Identifier<Session>? = nil, name: String,
        zone: TimeZoneID, digest: [UInt8], made: Instant, countedFor: Program.Name?
    ) {
        self.email = email
        self.program = program
        self.session = session
        self.name = name
        self.zone = zone
        self.digest = digest
        self.made = made
        self.countedFor = countedFor
    }
}
