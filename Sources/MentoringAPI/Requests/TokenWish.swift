public import CivilTime
public import Mentoring

/// A token as it is wished for.
public struct TokenWish: Hashable, Sendable {
    /// For whom.
    public var email: EmailAddress
    /// The only program in which it is good.
    public var program: Program.Name?
    /// The highest role that it gives; nil means what the person is.
    public var role: Role?
    /// Whether it also changes things.
    public var scope: AccessToken.Scope
    /// What it is for.
    public var label: String?
    /// The last day on which it is good, on its person's clock.
    public var lastDay: LocalDate?

    /// A token for somebody; without more it is good for all that they may do.
    public init(
        for email: EmailAddress, program: Program.Name? = nil, role: Role? = nil, scope: AccessToken.Scope = .all,
        label: String? = nil, lastDay: LocalDate? = nil
    ) {
        self.email = email
        self.program = program
        self.role = role
        self.scope = scope
        self.label = label
        self.lastDay = lastDay
    }
}
