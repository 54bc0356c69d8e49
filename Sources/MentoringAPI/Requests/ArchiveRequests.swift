public import Mentoring

/// Lets a program only be read from now on.
public struct ArchiveProgram: ProgramRequest {
    public typealias Answer = ArchiveView
    public static let route = Route(
        .put, "programs/{program}/archive", for: .organizer,
        "Archive a program: it can be read, nothing new happens in it, and it sends no mail.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public static var worksInArchive: Bool { true }

    public init(program: Program.Name, dryRun: Bool? = nil) {
        self.program = program
        self.dryRun = dryRun
    }
}

/// Takes a program out of the archive.
public struct ReopenProgram: ProgramRequest {
    public typealias Answer = ArchiveView
    public static let route = Route(
        .delete, "programs/{program}/archive", for: .organizer,
        "Reopen a program that is archived; the mail that waited leaves.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public static var worksInArchive: Bool { true }

    public init(program: Program.Name) { self.program = program }
}
