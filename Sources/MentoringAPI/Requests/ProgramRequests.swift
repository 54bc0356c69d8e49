public import Mentoring
import TimeZoneCatalog

/// All programs, by name.
public struct ListPrograms: Request {
    public typealias Answer = [ProgramView]
    public static let route = Route(.get, "programs", for: nil, "List all programs.")

    public init() {}

    public var subject: Subject { .anyProgram }
}

/// One program.
public struct ShowProgram: ProgramRequest {
    public typealias Answer = ProgramView
    public static let route = Route(
        .get, "programs/{program}", for: nil, "Show one program, with what holds in a season of it.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.season) public var season: Season.Name?

    private init() {}

    public init(program: Program.Name, season: Season.Name? = nil) {
        self.program = program
        self.season = season
    }
}

/// Makes a program agree with its file.
public struct ApplyProgram: Request {
    public typealias Answer = [ProgramChange]
    public static let route = Route(
        .post, "programs", for: .organizer, "Make a program agree with its file.", of: Self())

    @Field("The program file (YAML).", .file) public var text: String
    @Field("The file's name, for messages.", .line) public var file: String?
    @Field("The short name of the program that is meant; the file of another is refused.", .shortName, like: "nova")
    public var program: Program.Name?
    @Field("Whether it is to begin the program; that of one that is there is refused then.") public var isNew: Bool?
    @Field("Whether to remove what came from the file and is in it no more.") public var prune: Bool?
    @Field("Whether the file's word counts where people have changed something since.") public var override: Bool?
    @Field("Whether only to say what would change.") public var dryRun: Bool?

    private init() {}

    public init(
        text: String, file: String? = nil, program: Program.Name? = nil, isNew: Bool? = nil, prune: Bool? = nil,
        override: Bool? = nil, dryRun: Bool? = nil
    ) {
        self.text = text
        self.file = file
        self.program = program
        self.isNew = isNew
        self.prune = prune
        self.override = override
        self.dryRun = dryRun
    }

    public var subject: Subject { .anyProgram }
}

/// A program's file.
public struct ProgramText: Codable, Hashable, Sendable {
    /// Its content (YAML).
    public var text: String

    package init(text: String) {
        self.text = text
    }
}

/// A program's file, as it could be applied.
public struct ExportProgram: ProgramRequest {
    public typealias Answer = ProgramText
    public static let route = Route(
        .get, "programs/{program}/file", for: .organizer, "Print a program's file back.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}
