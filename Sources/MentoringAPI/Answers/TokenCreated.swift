public import Mentoring

/// A token as it is shown, once, to whoever made it.
public struct TokenCreated: Codable, Hashable, Sendable {
    /// The secret, 52 characters.
    public var token: String
    /// Who acts with it.
    public var email: EmailAddress
    /// Their name, where it is nobody else's there.
    public var name: String?
    /// The highest role that it has: what the person is, unless it was narrowed.
    public var role: Role
    /// The number by which it is revoked.
    public var id: Identifier<AccessToken>
    /// The only program in which it is good; nil where all are.
    public var program: Program.Name?

    package init(
        token: String, email: EmailAddress, name: String? = nil, role: Role, id: Identifier<AccessToken>,
        program: Program.Name? = nil
    ) {
        self.token = token
        self.email = email
        self.name = name
        self.role = role
        self.id = id
        self.program = program
    }
}
