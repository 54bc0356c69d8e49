public import Mentoring

/// Closes what a program takes in and sends out.
public struct PauseProgram: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .put, "programs/{program}/pause", for: .organizer,
        "Close a program's sign-up and proposals, and keep its mail until it goes on.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public typealias Answer = ProgramView
}

/// Lets a program go on.
public struct ResumeProgram: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "programs/{program}/pause", for: .organizer,
        "Let a program that pauses go on: what waits in its outbox leaves.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public typealias Answer = ProgramView
}
