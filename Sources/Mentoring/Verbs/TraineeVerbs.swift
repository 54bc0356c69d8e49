/// Makes somebody a trainee of a program.
public struct JoinProgram: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/trainees", for: .trainee,
        "Join a program.",
        [
            .program, Field("name", .line, "The name that others see."), Field("email", .email, "The mail address."),
            Field("zone", .zone, "Where they read the clock."),
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
    public func carryOut(at desk: OfficeDesk) async throws -> JoinResult {
        try await desk.office.join(program, name: name, email: email, zone: zone, by: desk.caller)
    }
}

/// A program's trainees with their addresses.
public struct ListTrainees: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/trainees", for: .organizer,
        "List a program's trainees.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [PersonView] {
        try await desk.office.trainees(of: program)
    }
}
