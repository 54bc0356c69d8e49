public import Mentoring

/// Gives somebody an organizer's rights in a program.
public struct AddOrganizer: ProgramRequest {
    public typealias Answer = OrganizerView
    public static let route = Route(
        .put, "programs/{program}/organizers/{email}", for: .organizer,
        "Give somebody an organizer's rights in a program.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Whose; somebody who is no mentor of the program by address alone.", .person(of: .mentors)) public var email:
        WrittenPerson

    private init() {}

    public init(program: Program.Name, email: any MeansSomebody) {
        self.program = program
        self.email = email.asWritten
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
    @Field("Whose.", .person(of: .organizers)) public var email: WrittenPerson

    private init() {}

    public init(program: Program.Name, email: any MeansSomebody) {
        self.program = program
        self.email = email.asWritten
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
