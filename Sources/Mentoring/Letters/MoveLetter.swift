public import CivilTime

/// What is mailed when somebody was moved to another address: to either one.
///
/// Neither address stands in the letter to the other, and no name: whoever asked for it may have typed a stranger's address.
public struct MoveLetter: Hashable, Sendable {
    /// What its reader can do.
    public enum Purpose: Hashable, Sendable {
        /// Say that the new address is theirs.
        case prove
        /// Undo it.
        case undo
    }

    /// To which address.
    public var reader: EmailAddress
    /// What it is for.
    public var purpose: Purpose
    /// Whether two people become one by it, who are not parted again.
    public var merges: Bool
    /// The program that writes.
    public var program: Program
    /// The page on which they do it; nil where nobody knows where people reach the server.
    public var link: String?
    /// The secret in it, for the command line.
    public var secret: String
    /// When it ends.
    public var end: Instant
    /// When it is written.
    public var date: Instant

    /// A letter with every part given.
    public init(
        reader: EmailAddress, purpose: Purpose, merges: Bool, program: Program, link: String?, secret: String,
        end: Instant, date: Instant
    ) {
        self.reader = reader
        self.purpose = purpose
        self.merges = merges
        self.program = program
        self.link = link
        self.secret = secret
        self.end = end
        self.date = date
    }
}
