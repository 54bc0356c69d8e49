public import Mentoring

/// Takes oneself out of a program.
public struct LeaveProgram: ProgramRequest {
    public typealias Answer = DepartureView
    public static let route = Route(
        .delete, "programs/{program}/membership", for: .trainee,
        "Leave a program as its trainee, and say what that does to each person.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public init(program: Program.Name, dryRun: Bool? = nil) {
        self.program = program
        self.dryRun = dryRun
    }
}

/// Sets one's own name, clock and reminders, in every program.
public struct SetPerson: Request {
    public typealias Answer = TermsView
    public static let route = Route(
        .put, "person", for: .trainee,
        "Set your own name, clock and reminders in every program, and say what that does.",
        of: Self())

    @Field("The name that others see.", .line) public var name: String?
    @Field("Where you read the clock.", .zone) public var zone: String?
    @Field("Whether you are reminded of sessions, a day and an hour before.") public var reminders: Reminders?
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public static var worksInArchive: Bool { true }

    public init(name: String? = nil, zone: String? = nil, reminders: Reminders? = nil, dryRun: Bool? = nil) {
        self.name = name
        self.zone = zone
        self.reminders = reminders
        self.dryRun = dryRun
    }

    public var subject: Subject { .oneself }
}

/// Sets a mentor's limits, name and clock: by themself, or by an organizer.
public struct SetMentor: ProgramRequest {
    public typealias Answer = TermsView
    public static let route = Route(
        .put, "programs/{program}/mentors/terms", for: .mentor,
        "Set what a mentor has agreed to, and say what that does; what was announced stays.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The mentor; else yourself.", .person(of: .mentors)) public var email: WrittenPerson?
    @Field("The name that others see.", .line) public var name: String?
    @Field("Where the mentor reads the clock.", .zone) public var zone: String?
    @Field("The most sessions in a calendar month.", .number(Mentor.monthlyLimits)) public var maxPerMonth: Int?
    @Field("The least number of weeks between turns.", .number(Mentor.gaps)) public var minGapWeeks: Int?
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public init(
        program: Program.Name, email: (any MeansSomebody)? = nil, name: String? = nil, zone: String? = nil,
        maxPerMonth: Int? = nil, minGapWeeks: Int? = nil, dryRun: Bool? = nil
    ) {
        self.program = program
        self.email = email?.asWritten
        self.name = name
        self.zone = zone
        self.maxPerMonth = maxPerMonth
        self.minGapWeeks = minGapWeeks
        self.dryRun = dryRun
    }
}
