/// Asks to be let into a program; whoever reads the mail that follows can confirm it.
public struct AskToJoin: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/sign-ups", for: nil, "Ask to join a program, where that is open to everybody.",
        [
            .program, Field("name", .line, "The name that others see."), Field("email", .email, "The mail address."),
            Field("zone", .zone, "Where you read the clock."),
        ])

    /// The program.
    public var program: Program.Name
    /// The name that others see.
    public var name: String
    /// The mail address; nobody else sees it.
    public var email: EmailAddress
    /// Where they read the clock.
    public var zone: String

    /// A request with every part given.
    public init(program: Program.Name, name: String, email: EmailAddress, zone: String) {
        self.program = program
        self.name = name
        self.email = email
        self.zone = zone
    }

    /// See `Verb`.
    public static func admit(at desk: OfficeDesk, to program: Program.Name?) async throws {
        guard !desk.isOpenToAll, let program else { return }
        let contact = try await desk.office.program(program).contact
        throw Refusal(.notAllowed, "\(program) is joined by invitation: ask \(contact) for a token")
    }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SignUpReceived {
        try await Self.admit(at: desk, to: program)
        return try await desk.office.signUp(
            for: program, as: name, email: email, zone: zone, addresses: desk.addresses)
    }
}

/// Confirms that an address is one's own, and joins.
public struct ConfirmJoining: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "sign-ups/confirmation", for: nil, "Confirm that an address is yours, and join.",
        [Field("secret", .text(atMost: 100), "The secret that was mailed.")])

    /// The secret that was mailed.
    public var secret: String

    /// A request with every part given.
    public init(secret: String) { self.secret = secret }

    /// See `Verb`.
    public var subject: Subject { .anyProgram }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SignUpConfirmed {
        try await desk.office.confirmSignUp(secret)
    }
}
