public import Mentoring
import TimeZoneCatalog

/// Plans a program's season, and stores it when it is to be published.
public struct PlanSeason: ProgramVerb, ComputingVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/plan", for: .organizer,
        "Plan a season, and store it when it is to be published.",
        [
            .program, Field("publish", .flag, "Whether to store the plan and tell those concerned.").optional,
            Field("weeks", .number(0...104), "How many weeks ahead sessions are announced; else as the program says.")
                .optional,
            Field("without", .list(.email), "Suppose that these mentors lead nothing from now on.").optional,
            Field("withSlots", .list(.line), "Suppose these weekly slots, each as in “akira@example.org Tue 17:00”.")
                .optional,
            Field("explain", .flag, "Whether to say of each turn why it has the mentor it has.").optional, .zone,
        ])

    /// The program.
    public var program: Program.Name
    /// Whether to store the plan and tell those concerned.
    public var publish: Bool?
    /// How many weeks ahead sessions are announced; nil means the program's own number.
    public var weeks: Int?
    /// Mentors of whom it is supposed that they lead nothing from now on.
    public var without: [EmailAddress]?
    /// Weekly slots that are supposed, each as in `akira@example.org Tue 17:00`.
    public var withSlots: [String]?
    /// Whether to say of each turn why it has the mentor it has.
    public var explain: Bool?
    /// In which zone times are shown; nil takes the caller's.
    public var zone: String?

    /// A request with every part given.
    public init(
        program: Program.Name, publish: Bool? = nil, weeks: Int? = nil, without: [EmailAddress]? = nil,
        withSlots: [String]? = nil, explain: Bool? = nil, zone: String? = nil
    ) {
        self.program = program
        self.publish = publish
        self.weeks = weeks
        self.without = without
        self.withSlots = withSlots
        self.explain = explain
        self.zone = zone
    }

    /// See `Verb`.
    public typealias Answer = PlanView
}

/// Reports on a season: what is covered, who leads and who led, and whom the hours suit.
public struct ReportSeason: ProgramVerb, ComputingVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/report", for: .organizer,
        "Report on a season: coverage, who leads and who led, and whom the hours suit.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) { self.program = program }

    /// See `Verb`.
    public typealias Answer = SeasonReportView
}

/// What the season ahead has in store.
public struct ForecastSeason: ProgramVerb, ComputingVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/forecast", for: .mentor,
        "Say what the season ahead has in store.",
        [
            .program,
            Field("zones", .list(.zone), "Read the sessions on the clocks there; else on everybody's own.").optional,
        ])

    /// The program.
    public var program: Program.Name
    /// On which clocks the sessions are read; nil means everybody's own.
    public var zones: [String]?

    /// A request with every part given.
    public init(program: Program.Name, zones: [String]? = nil) {
        self.program = program
        self.zones = zones
    }

    /// See `Verb`.
    public typealias Answer = ForecastView
}
