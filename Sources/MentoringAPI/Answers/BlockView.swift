public import Mentoring

/// An address that was blocked, and where.
public struct BlockView: Codable, Hashable, Sendable {
    /// The address.
    public var email: EmailAddress
    /// The program; nil means the whole server.
    public var program: Program.Name?

    package init(email: EmailAddress, program: Program.Name? = nil) {
        self.email = email
        self.program = program
    }
}
