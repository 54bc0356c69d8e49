public import Mentoring

/// Closes what a program takes in and sends out.
public struct PauseProgram: ProgramRequest {
    public typealias Answer = ProgramView
    public static let route = Route(
        .put, "programs/{program}/pause", for: .organizer,
        "Close a program's sign-up and proposals, and keep its mail until it goes on.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}

/// Lets a program go on.
public struct ResumeProgram: ProgramRequest {
    public typealias Answer = ProgramView
    public static let route = Route(
        .delete, "programs/{program}/pause", for: .organizer,
        "Let a program that pauses go on: what waits in its outbox leaves.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}
