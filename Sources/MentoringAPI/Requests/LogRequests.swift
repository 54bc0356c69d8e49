public import Mentoring

/// What was changed in a program, and by whom, newest first.
public struct ShowLog: ProgramRequest {
    public typealias Answer = [LogEntryView]
    public static let route = Route(
        .get, "programs/{program}/log", for: .organizer, "Show what was changed in a program, and by whom.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.logPage) public var most: Int?
    @Field("Only the entries before this one.") public var before: Identifier<LogEntry>?

    private init() {}

    public init(program: Program.Name, most: Int? = nil, before: Identifier<LogEntry>? = nil) {
        self.program = program
        self.most = most
        self.before = before
    }
}

/// What was changed on the whole server, and by whom, newest first.
public struct ShowWholeLog: Request {
    public typealias Answer = [LogEntryView]
    public static let route = Route(
        .get, "log", for: .organizer, "Show what was changed on the whole server, and by whom.", of: Self())

    @Field(.logPage) public var most: Int?
    @Field("Only the entries before this one.") public var before: Identifier<LogEntry>?

    private init() {}

    public init(most: Int? = nil, before: Identifier<LogEntry>? = nil) {
        self.most = most
        self.before = before
    }

    public var subject: Subject { .server }
}

extension FieldDescription {
    fileprivate static let logPage = FieldDescription(
        "most", .number(1...1000), "How many entries at most; else 100.")
}
