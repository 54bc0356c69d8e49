public import Mentoring

/// Explains who leads a session and why.
public struct ExplainSession: SessionRequest, ComputingRequest {
    public typealias Answer = WhyView
    public static let route = Route(
        .get, "sessions/{session}/reasons", for: .trainee,
        "Explain who leads a session, or that nobody does, and what speaks against everybody else.", of: Self())

    @Field(.session) public var session: String

    private init() {}

    public init(session: String) { self.session = session }
}

/// Explains why a mentor does not lead in a week.
public struct ExplainAbsence: ProgramRequest, ComputingRequest {
    public typealias Answer = WhyNotView
    public static let route = Route(
        .get, "programs/{program}/reasons", for: .trainee, "Explain what spoke against a mentor’s leading in a week.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The mentor.", .person(of: .mentors)) public var mentor: WrittenPerson
    @Field("The week of the season.", .number(Season.lengths)) public var week: Int
    @Field(.season) public var season: Season.Name?

    private init() {}

    public init(program: Program.Name, mentor: any MeansSomebody, week: Int, season: Season.Name? = nil) {
        self.program = program
        self.mentor = mentor.asWritten
        self.week = week
        self.season = season
    }
}
