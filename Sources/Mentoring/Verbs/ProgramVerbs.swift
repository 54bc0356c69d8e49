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
    public func carryOut(at desk: OfficeDesk) async throws -> [ProgramView] {
        try await desk.office.programs().map { desk.shown($0) }
    }
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
    public func carryOut(at desk: OfficeDesk) async throws -> ProgramView {
        desk.shown(try await desk.office.program(program))
    }
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
    public func carryOut(at desk: OfficeDesk) async throws -> [ProgramChange] {
        let reader = ProgramFileReader(zones: desk.office.zones, recurrence: desk.office.recurrence)
        let document = try reader.read(Array(text.utf8), file: file ?? "the program file")
        try await desk.requireOrganizer(ofProgramToApply: document.program.name)
        return try await desk.office.apply(document, prune: prune ?? false, dryRun: dryRun ?? false)
    }
}

/// A program's file.
public struct ProgramFile: Codable, Hashable, Sendable {
    /// Its content (YAML).
    public var text: String
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
    public func carryOut(at desk: OfficeDesk) async throws -> ProgramFile {
        ProgramFile(text: try await desk.office.document(of: program).yaml())
    }
}

extension OfficeDesk {
    /// A program with how people join it here.
    fileprivate func shown(_ program: ProgramView) -> ProgramView {
        var program = program
        program.join = program.join ?? door.joining
        return program
    }

    /// A program is changed by its organizers and made by an administrator.
    fileprivate func requireOrganizer(ofProgramToApply name: Program.Name) async throws {
        let isKnown = try await office.programs().contains { $0.name == name }
        _ = try await caller(for: .organizer, about: isKnown ? .program(name) : .server)
    }
}
