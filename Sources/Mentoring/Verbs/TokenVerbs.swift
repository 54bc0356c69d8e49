/// Makes a token with which somebody can act over the network.
public struct CreateToken: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "tokens", for: .mentor,
        "Make a token for somebody; it is shown once.",
        [
            Field("email", .email, "For whom."),
            Field("role", .choice(Role.allCases.map(\.rawValue)), "What they may do; else what a trainee may.")
                .optional,
        ])

    /// For whom.
    public var email: EmailAddress
    /// What they may do; nil means what a trainee may.
    public var role: Role?

    /// A request with every part given.
    public init(email: EmailAddress, role: Role? = nil) {
        self.email = email
        self.role = role
    }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> TokenCreated {
        try await desk.office.createToken(for: email, role: role ?? .trainee, by: desk.caller)
    }
}

/// All tokens, without their secrets.
public struct ListTokens: Verb {
    /// See `Verb`.
    public static let route = Route(
        .get, "tokens", for: .organizer,
        "List the tokens; what they are is not known any more.")

    /// A request.
    public init() {}

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [TokenView] {
        try await desk.office.tokens()
    }
}

/// Ends a token.
public struct RevokeToken: Verb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "tokens/{token}", for: .organizer,
        "End a token; it is refused from now on.",
        [.id("token")])

    /// The token.
    public var token: Identifier<AccessToken>

    /// A request with every part given.
    public init(token: Identifier<AccessToken>) {
        self.token = token
    }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> TokenRevoked {
        try await desk.office.revokeToken(token)
    }
}
