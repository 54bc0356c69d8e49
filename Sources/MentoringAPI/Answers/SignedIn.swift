public import Mentoring

/// Somebody who has signed in.
public struct SignedIn: Codable, Hashable, Sendable {
    /// What they act with, 52 characters: a token, or what a browser keeps in its cookie.
    public var token: String
    /// Their address.
    public var email: EmailAddress
    /// Their name.
    public var name: String
    /// The program from which they came.
    public var program: Program.Name?
    /// The code of the session from which they came.
    public var session: String?

    /// Somebody who has signed in by joining, and came from a session.
    package init(_ confirmed: SignUpConfirmed, session: String?) {
        self.init(
            token: confirmed.token, email: confirmed.joined.person.email, name: confirmed.joined.person.name,
            program: confirmed.program, session: session)
    }

    package init(token: String, email: EmailAddress, name: String, program: Program.Name?, session: String?) {
        self.token = token
        self.email = email
        self.name = name
        self.program = program
        self.session = session
    }
}
