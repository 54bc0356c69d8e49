public import Mentoring

/// Takes a mentor out of a program.
public struct RemoveMentor: ProgramRequest {
    public typealias Answer = DepartureView
    public static let route = Route(
        .delete, "programs/{program}/mentors", for: .organizer,
        "Take a mentor out of a program, and say what that does to each person.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The mentor.", .person(of: .mentors)) public var email: WrittenPerson
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public init(program: Program.Name, email: any MeansSomebody, dryRun: Bool? = nil) {
        self.program = program
        self.email = email.asWritten
        self.dryRun = dryRun
    }
}

/// Takes a trainee out of a program.
public struct RemoveTrainee: ProgramRequest {
    public typealias Answer = DepartureView
    public static let route = Route(
        .delete, "programs/{program}/trainees", for: .organizer,
        "Take a trainee out of a program, and say what that does to each person.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The trainee.", .person(of: .trainees)) public var email: WrittenPerson
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public init(program: Program.Name, email: any MeansSomebody, dryRun: Bool? = nil) {
        self.program = program
        self.email = email.asWritten
        self.dryRun = dryRun
    }
}

/// Lets somebody take part in a program no more.
public struct BlockPerson: ProgramRequest {
    public typealias Answer = DepartureView
    public static let route = Route(
        .post, "programs/{program}/blocks", for: .organizer,
        "End all that a person is in a program and let them in no more, and say what that does to each person.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Who; an address need not be anybody's yet.") public var email: WrittenPerson
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public init(program: Program.Name, email: any MeansSomebody, dryRun: Bool? = nil) {
        self.program = program
        self.email = email.asWritten
        self.dryRun = dryRun
    }
}

/// Lets somebody take part in a program again.
public struct UnblockPerson: ProgramRequest {
    public typealias Answer = BlockView
    public static let route = Route(
        .delete, "programs/{program}/blocks", for: .organizer,
        "Let a person take part in a program again, who then joins anew.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Who.") public var email: WrittenPerson

    private init() {}

    public init(program: Program.Name, email: any MeansSomebody) {
        self.program = program
        self.email = email.asWritten
    }
}

/// The addresses that are blocked in a program.
public struct ListBlocks: ProgramRequest {
    public typealias Answer = [BlockView]
    public static let route = Route(
        .get, "programs/{program}/blocks", for: .organizer, "List who may take part in a program no more.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}
