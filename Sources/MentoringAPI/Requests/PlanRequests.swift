public import Mentoring
import TimeZoneCatalog

/// Plans a program's season, and stores it when it is to be published.
public struct PlanSeason: ProgramRequest, ComputingRequest {
    public typealias Answer = PlanView
    public static let route = Route(
        .post, "programs/{program}/plan", for: .organizer, "Plan a season, and store it when it is to be published.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Whether to store the plan and tell those concerned.") public var publish: Bool?
    @Field(
        "How many weeks ahead sessions are announced; else as the program says.", .number(0...Season.lengths.upperBound)
    ) public var weeks: Int?
    @Field(
        "Suppose that these mentors lead nothing from now on.", .list(.person(of: .mentors), atMost: Limits.mentors)
    ) public var without: [WrittenPerson]?
    @Field(
        "Suppose these slots, each a mentor and a time, as in “Akira Tue 17:00”.",
        .list(.mentorAndTime, atMost: Limits.slots)
    ) public var withSlots: [String]?
    @Field(
        "How many more tentative turns may change than must, for a fairer season; else as many as fair shares lack.",
        .number(0...1000)
    ) public var changes: Int?
    @Field("Whether to say of each turn why it has the mentor it has.") public var explain: Bool?
    @Field(.zone) public var zone: String?
    @Field(.season) public var season: Season.Name?

    private init() {}

    public init(
        program: Program.Name, publish: Bool? = nil, weeks: Int? = nil, without: [any MeansSomebody]? = nil,
        withSlots: [String]? = nil, changes: Int? = nil, explain: Bool? = nil, zone: String? = nil,
        season: Season.Name? = nil
    ) {
        self.program = program
        self.publish = publish
        self.weeks = weeks
        self.without = without?.map(\.asWritten)
        self.withSlots = withSlots
        self.changes = changes
        self.explain = explain
        self.zone = zone
        self.season = season
    }
}

/// Reports on a season: what is covered, who leads and who led, and whom the hours suit.
public struct ReportSeason: ProgramRequest, ComputingRequest {
    public typealias Answer = SeasonReportView
    public static let route = Route(
        .get, "programs/{program}/report", for: .organizer,
        "Report on a season: coverage, who leads and who led, and whom the hours suit.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.season) public var season: Season.Name?

    private init() {}

    public init(program: Program.Name, season: Season.Name? = nil) {
        self.program = program
        self.season = season
    }
}

/// What the season ahead has in store.
public struct ForecastSeason: ProgramRequest, ComputingRequest {
    public typealias Answer = ForecastView
    public static let route = Route(
        .get, "programs/{program}/forecast", for: .mentor, "Say what the season ahead has in store.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Read the sessions on the clocks there; else on everybody's own.", .list(.zone)) public var zones: [String]?
    @Field(.season) public var season: Season.Name?

    private init() {}

    public init(program: Program.Name, zones: [String]? = nil, season: Season.Name? = nil) {
        self.program = program
        self.zones = zones
        self.season = season
    }
}
