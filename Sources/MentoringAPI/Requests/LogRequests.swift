public import CivilTime
public import Mentoring

/// What was changed in a program, and by whom, newest first.
public struct ShowLog: ProgramRequest {
    public typealias Answer = [LogEntryView]
    public static let route = Route(
        .get, "programs/{program}/log", for: .organizer, "Show what was changed in a program, and by whom.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.actor) public var who: WrittenPerson?
    @Field(.doneTo) public var about: String?
    @Field(.firstDay) public var since: LocalDate?
    @Field(.logZone) public var zone: String?
    @Field(.lastEntry) public var before: Identifier<LogEntry>?
    @Field(.firstEntry) public var after: Identifier<LogEntry>?
    @Field(.logPage) public var most: Int?

    private init() {}

    public init(
        program: Program.Name, who: (any MeansSomebody)? = nil, about: String? = nil, since: LocalDate? = nil,
        zone: String? = nil, before: Identifier<LogEntry>? = nil, after: Identifier<LogEntry>? = nil, most: Int? = nil
    ) {
        self.program = program
        self.who = who?.asWritten
        self.about = about
        self.since = since
        self.zone = zone
        self.before = before
        self.after = after
        self.most = most
    }
}

/// What was changed on the whole server, and by whom, newest first.
public struct ShowWholeLog: Request {
    public typealias Answer = [LogEntryView]
    public static let route = Route(
        .get, "log", for: .organizer, "Show what was changed on the whole server, and by whom.", of: Self())

    @Field(.actor) public var who: WrittenPerson?
    @Field(.doneTo) public var about: String?
    @Field(.firstDay) public var since: LocalDate?
    @Field(.logZone) public var zone: String?
    @Field(.lastEntry) public var before: Identifier<LogEntry>?
    @Field(.firstEntry) public var after: Identifier<LogEntry>?
    @Field(.logPage) public var most: Int?

    private init() {}

    public init(
        who: (any MeansSomebody)? = nil, about: String? = nil, since: LocalDate? = nil, zone: String? = nil,
        before: Identifier<LogEntry>? = nil, after: Identifier<LogEntry>? = nil, most: Int? = nil
    ) {
        self.who = who?.asWritten
        self.about = about
        self.since = since
        self.zone = zone
        self.before = before
        self.after = after
        self.most = most
    }

    public var subject: Subject { .server }
}

extension FieldDescription {
    fileprivate static let actor = FieldDescription(
        "who", .person(of: .everybody), "Only what this person did.")
    fileprivate static let doneTo = FieldDescription(
        "about", .line, "Only what was done to this: a session's code, a person's address, or a thing's number.")
    fileprivate static let firstDay = FieldDescription("since", .date, "Only what was done from this day on.")
    fileprivate static let logZone = FieldDescription("zone", .zone, "On which clocks that day begins; else UTC's.")
    fileprivate static let lastEntry = FieldDescription("before", .id, "Only the entries before this one.")
    fileprivate static let firstEntry = FieldDescription(
        "after", .id, "Only the entries after this one, the nearest to it.")
    fileprivate static let logPage = FieldDescription("most", .number(1...1000), "How many entries at most; else 100.")
}
