public import Mentoring

/// Makes somebody a trainee of a program, or invites them.
public struct JoinProgram: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/trainees", for: .trainee,
        "Join a program, let somebody in who asks, or invite them by mail.",
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

    // Whoever takes part in another program may ask; what comes of it is decided in the transaction.
    /// See `Verb`.
    public var subject: Subject { .anyProgram }

    /// See `Verb`.
    public typealias Answer = JoinResult
}

/// A program's trainees with their addresses.
public struct ListTrainees: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/trainees", for: .organizer,
        "List a program's trainees, and who asks to be one or is invited.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public typealias Answer = [TraineeView]
}
