public import Mentoring

/// Takes a mentor out of a program.
public struct RemoveMentor: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "programs/{program}/mentors", for: .organizer,
        "Take a mentor out of a program, and say what that does to each person.",
        [.program, Field("email", .email, "The mentor's mail address."), .dryRun])

    /// The program.
    public var program: Program.Name
    /// The mentor.
    public var email: EmailAddress
    /// Whether only to say what would happen.
    public var dryRun: Bool?

    /// A request with every part given.
    public init(program: Program.Name, email: EmailAddress, dryRun: Bool? = nil) {
        self.program = program
        self.email = email
        self.dryRun = dryRun
    }

    /// See `Verb`.
    public typealias Answer = DepartureView
}

/// Takes a trainee out of a program.
public struct RemoveTrainee: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "programs/{program}/trainees", for: .organizer,
        "Take a trainee out of a program, and say what that does to each person.",
        [.program, Field("email", .email, "The trainee's mail address."), .dryRun])

    /// The program.
    public var program: Program.Name
    /// The trainee.
    public var email: EmailAddress
    /// Whether only to say what would happen.
    public var dryRun: Bool?

    /// A request with every part given.
    public init(program: Program.Name, email: EmailAddress, dryRun: Bool? = nil) {
        self.program = program
        self.email = email
        self.dryRun = dryRun
    }

    /// See `Verb`.
    public typealias Answer = DepartureView
}

/// Lets somebody take part in a program no more.
public struct BlockPerson: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/blocks", for: .organizer,
        "End all that a person is in a program and let them in no more, and say what that does to each person.",
        [.program, Field("email", .email, "The mail address; it need not be anybody's yet."), .dryRun])

    /// The program.
    public var program: Program.Name
    /// The address of whoever it is about; it need not be anybody's.
    public var email: EmailAddress
    /// Whether only to say what would happen.
    public var dryRun: Bool?

    /// A request with every part given.
    public init(program: Program.Name, email: EmailAddress, dryRun: Bool? = nil) {
        self.program = program
        self.email = email
        self.dryRun = dryRun
    }

    /// See `Verb`.
    public typealias Answer = DepartureView
}

/// Lets somebody take part in a program again.
public struct UnblockPerson: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "programs/{program}/blocks", for: .organizer,
        "Let a person take part in a program again, who then joins anew.",
        [.program, Field("email", .email, "The mail address.")])

    /// The program.
    public var program: Program.Name
    /// The address of whoever it is about; it need not be anybody's.
    public var email: EmailAddress

    /// A request with every part given.
    public init(program: Program.Name, email: EmailAddress) {
        self.program = program
        self.email = email
    }

    /// See `Verb`.
    public typealias Answer = BlockView
}

/// The addresses that are blocked in a program.
public struct ListBlocks: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/blocks", for: .organizer, "List who may take part in a program no more.", [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public typealias Answer = [BlockView]
}
