public import Mentoring

/// Gives somebody an organizer's rights in a program.
public struct AddOrganizer: ProgramRequest {
    public typealias Answer = OrganizerView
    public static let route = Route(
        .put, "programs/{program}/organizers/{email}", for: .organizer,
        "Give somebody an organizer's rights in a program.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Whose.") public var email: EmailAddress

    private init() {}

    public init(program: Program.Name, email: EmailAddress) {
        self.program = program
        self.email = email
    }
}

/// A program's organizers.
public struct ListOrganizers: ProgramRequest {
    public typealias Answer = [OrganizerView]
    public static let route = Route(
        .get, "programs/{program}/organizers", for: .organizer, "List a program's organizers.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}

/// Takes an organizer's rights in a program.
public struct RemoveOrganizer: ProgramRequest {
    public typealias Answer = OrganizerView
    public static let route = Route(
        .delete, "programs/{program}/organizers/{email}", for: .organizer, "Take an organizer's rights in a program.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Whose.") public var email: EmailAddress

    private init() {}

    public init(program: Program.Name, email: EmailAddress) {
        self.program = program
        self.email = email
    }
}

/// The server's administrators, and the organizers of every program.
public struct ListAllOrganizers: Request {
    public typealias Answer = [OrganizerView]
    public static let route = Route(
        .get, "organizers", for: .organizer, "List the administrators, and every program's organizers.")

    public init() {}

    public var subject: Subject { .server }
}
