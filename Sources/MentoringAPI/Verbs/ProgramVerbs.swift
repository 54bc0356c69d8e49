public import Mentoring
import TimeZoneCatalog

/// All programs, by name.
public struct ListPrograms: Verb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs", for: nil,
        "List all programs.")

    /// A request.
    public init() {}

    /// See `Verb`.
    public var subject: Subject { .anyProgram }

    /// See `Verb`.
    public typealias Answer = [ProgramView]
}

/// One program.
public struct ShowProgram: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}", for: nil,
        "Show one program.",
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

/// Makes the books agree with a program file.
public struct ApplyProgram: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs", for: .organizer,
        "Make the books agree with a program file.",
        [
            Field("text", .file, "The program file (YAML)."),
            Field("file", .line, "The file's name, for messages.").optional,
            Field("prune", .flag, "Whether to remove what the file does not mention.").optional,
            Field("dryRun", .flag, "Whether only to say what would change.").optional,
        ])

    /// The program file (YAML).
    public var text: String
    /// Its name, for messages.
    public var file: String?
    /// Whether to remove what it does not mention.
    public var prune: Bool?
    /// Whether only to say what would change.
    public var dryRun: Bool?

    /// A request with every part given.
    public init(text: String, file: String? = nil, prune: Bool? = nil, dryRun: Bool? = nil) {
        self.text = text
        self.file = file
        self.prune = prune
        self.dryRun = dryRun
    }

    /// See `Verb`.
    public var subject: Subject { .anyProgram }

    /// See `Verb`.
    public typealias Answer = [ProgramChange]
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
public struct ExportProgram: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/file", for: .organizer,
        "Print a program's file back.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public typealias Answer = ProgramText
}
