public import CivilTime
public import Mentoring

/// A token as its owner or an organizer sees it; the secret is not known any more.
public struct TokenView: Codable, Hashable, Sendable {
    /// The number by which it is revoked.
    public var id: Identifier<AccessToken>
    /// Where it is kept; null from a server of before that was told.
    public var kind: AccessToken.Kind?
    /// Who acts with it.
    public var email: EmailAddress
    /// Their name, where it is nobody else's there.
    public var name: String?
    /// The highest role that it has; nil while its person takes part in nothing.
    public var role: Role?
    /// The only program in which it is good; nil where all are.
    public var program: Program.Name?
    /// Whether it also changes things.
    public var scope: AccessToken.Scope
    /// What it is for.
    public var label: String?
    /// When it was made.
    public var created: Instant
    /// From when on it is refused.
    public var expires: Instant?
    /// When it was used last, to a day; nil while it was not.
    public var lastUsed: Instant?

    package init(
        id: Identifier<AccessToken>, kind: AccessToken.Kind? = nil, email: EmailAddress, name: String? = nil,
        role: Role? = nil, program: Program.Name? = nil, scope: AccessToken.Scope, label: String? = nil,
        created: Instant,
        expires: Instant? = nil,
        lastUsed: Instant? = nil
    ) {
        self.id = id
        self.kind = kind
        self.email = email
        self.name = name
        self.role = role
        self.program = program
        self.scope = scope
        self.label = label
        self.created = created
        self.expires = expires
        self.lastUsed = lastUsed
    }
}
