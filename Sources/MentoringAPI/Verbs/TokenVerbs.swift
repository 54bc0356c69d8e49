public import CivilTime
public import Mentoring

/// Makes a token with which somebody can act over the network.
public struct CreateToken: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "tokens", for: .organizer,
        "Make a token for one of a program's people, good only there; it is shown once, and they are told by mail.",
        [
            Field("email", .email, "For whom."),
            Field("program", .text(atMost: 32), "The only program in which it is good.", like: "nova").optional,
            Field("role", .choice(Role.allCases.map(\.rawValue)), "The highest role; else what the person is.")
                .optional,
            Field("scope", .choice(AccessToken.Scope.allCases.map(\.rawValue)), "Whether it also changes things.")
                .optional,
            Field("label", .text(atMost: AccessToken.longestLabel), "What it is for.").optional,
            Field("expires", .date, "The last day on which it is good.").optional,
        ])

    /// For whom.
    public var email: EmailAddress
    /// The only program in which it is good; nil means all, or the organizer's one.
    public var program: Program.Name?
    /// The highest role that it gives; nil means what the person is.
    public var role: Role?
    /// Whether it also changes things; nil means that it does.
    public var scope: AccessToken.Scope?
    /// What it is for.
    public var label: String?
    /// The last day on which it is good; nil means until it is revoked.
    public var expires: LocalDate?

    /// A request with every part given.
    public init(
        email: EmailAddress, program: Program.Name? = nil, role: Role? = nil, scope: AccessToken.Scope? = nil,
        label: String? = nil, expires: LocalDate? = nil
    ) {
        self.email = email
        self.program = program
        self.role = role
        self.scope = scope
        self.label = label
        self.expires = expires
    }

    /// See `Verb`.
    public var subject: Subject { program.map { .program($0) } ?? .anyProgram }

    /// See `Verb`.
    public typealias Answer = TokenCreated
}

/// One's own tokens, and those that are good only in a program that one organizes, without their secrets.
public struct ListTokens: Verb {
    /// See `Verb`.
    public static let route = Route(
        .get, "tokens", for: .trainee,
        "List your tokens, and those that are good only in your program; what they are is not known any more.")

    /// A request.
    public init() {}

    /// See `Verb`.
    public var subject: Subject { .anyProgram }

    /// See `Verb`.
    public typealias Answer = [TokenView]
}

/// Ends a token.
public struct RevokeToken: Verb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "tokens/{token}", for: .trainee,
        "End a token of yours, or of your program; it is refused from now on.",
        [.id("token")])

    /// The token.
    public var token: Identifier<AccessToken>

    /// A request with every part given.
    public init(token: Identifier<AccessToken>) {
        self.token = token
    }

    /// See `Verb`.
    public var subject: Subject { .anyProgram }

    /// See `Verb`.
    public typealias Answer = TokenRevoked
}
