public import Mentoring

/// Gives somebody an organizer's rights in a program.
public struct AddOrganizer: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .put, "programs/{program}/organizers/{email}", for: .organizer,
        "Give somebody an organizer's rights in a program.",
        [.program, Field("email", .email, "Whose.")])

    /// The program.
    public var program: Program.Name
    /// The address of the organizer.
    public var email: EmailAddress

    /// A request with every part given.
    public init(program: Program.Name, email: EmailAddress) {
        self.program = program
        self.email = email
    }

    /// See `Verb`.
    public typealias Answer = OrganizerView
}

/// A program's organizers.
public struct ListOrganizers: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/organizers", for: .organizer,
        "List a program's organizers.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public typealias Answer = [OrganizerView]
}

/// Takes an organizer's rights in a program.
public struct RemoveOrganizer: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "programs/{program}/organizers/{email}", for: .organizer,
        "Take an organizer's rights in a program.",
        [.program, Field("email", .email, "Whose.")])

    /// The program.
    public var program: Program.Name
    /// The address of the organizer.
    public var email: EmailAddress

    /// A request with every part given.
    public init(program: Program.Name, email: EmailAddress) {
        self.program = program
        self.email = email
    }

    /// See `Verb`.
    public typealias Answer = OrganizerView
}

/// The server's administrators, and the organizers of every program.
public struct ListAllOrganizers: Verb {
    /// See `Verb`.
    public static let route = Route(
        .get, "organizers", for: .organizer,
        "List the administrators, and every program's organizers.")

    /// A request.
    public init() {}

    /// See `Verb`.
    public var subject: Subject { .server }

    /// See `Verb`.
    public typealias Answer = [OrganizerView]
}
