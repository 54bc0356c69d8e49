public import CivilTime

/// What is mailed to somebody who wants to sign in; nothing in it comes from whoever asked for it.
public struct SignInLetter: Hashable, Sendable {
    /// To whom.
    public var reader: EmailAddress
    /// The program that writes.
    public var program: Program
    /// The page on which they sign in; nil where nobody knows where people reach the server.
    public var link: String?
    /// The secret in it.
    public var secret: String
    /// The server's address; nil as for the page.
    public var server: String?
    /// Six digits, for whoever asked.
    public var code: String
    /// When it is written.
    public var date: Instant

    /// A letter with every part given.
    public init(
        reader: EmailAddress, program: Program, link: String?, secret: String, server: String?, code: String,
        date: Instant
    ) {
        self.secret = secret
        self.reader = reader
        self.program = program
        self.link = link
        self.server = server
        self.code = code
        self.date = date
    }
}
