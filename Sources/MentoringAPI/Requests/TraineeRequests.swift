public import Mentoring

/// Makes somebody a trainee of a program, or invites them.
public struct JoinProgram: Request {
    public typealias Answer = JoinResult
    public static let route = Route(
        .post, "programs/{program}/trainees", for: .trainee,
        "Join a program, let somebody in who asks, or invite them by mail.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The name that others see.", .line) public var name: String
    @Field("The mail address.") public var email: EmailAddress
    @Field("Where they read the clock.", .zone) public var zone: String

    private init() {}

    public init(program: Program.Name, name: String, email: EmailAddress, zone: String) {
        self.program = program
        self.name = name
        self.email = email
        self.zone = zone
    }

    // Whoever takes part in another program may ask; what comes of it is decided in the transaction.
    public var subject: Subject { .anyProgram }
}

/// A program's trainees with their addresses.
public struct ListTrainees: ProgramRequest {
    public typealias Answer = [TraineeView]
    public static let route = Route(
        .get, "programs/{program}/trainees", for: .organizer,
        "List a program's trainees, and who asks to be one or is invited.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}
