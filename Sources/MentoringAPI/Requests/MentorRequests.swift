public import Mentoring
public import TimeZoneCatalog

/// Makes somebody a mentor of a program, or changes the terms of one who is.
public struct AddMentor: ProgramRequest {
    public typealias Answer = MentorView
    public static let route = Route(
        .post, "programs/{program}/mentors", for: .organizer, "Add a mentor to a program, or change one.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The name that others see.", .line) public var name: String
    @Field("The mail address.") public var email: EmailAddress
    @Field("Where the mentor reads the clock.", .zone) public var zone: String
    @Field("The region whose sessions they lead; else the zone's.") public var region: Region?
    @Field("Share of the load.", .number(Mentor.weights)) public var weight: Int?
    @Field("The most sessions in a calendar month.", .number(Mentor.monthlyLimits)) public var maxPerMonth: Int?
    @Field("The least number of weeks between turns.", .number(Mentor.gaps)) public var minGapWeeks: Int?

    private init() {}

    public init(
        program: Program.Name, name: String, email: EmailAddress, zone: String, region: Region? = nil,
        weight: Int? = nil, maxPerMonth: Int? = nil, minGapWeeks: Int? = nil
    ) {
        self.program = program
        self.name = name
        self.email = email
        self.zone = zone
        self.region = region
        self.weight = weight
        self.maxPerMonth = maxPerMonth
        self.minGapWeeks = minGapWeeks
    }
}

/// A program's mentors with their addresses.
public struct ListMentors: ProgramRequest {
    public typealias Answer = [MentorView]
    public static let route = Route(
        .get, "programs/{program}/mentors", for: .organizer, "List a program's mentors.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}

/// Asks each mentor who has published no time yet, by mail, to do so.
public struct InviteMentors: ProgramRequest {
    public typealias Answer = MentorInvitations
    public static let route = Route(
        .post, "programs/{program}/mentors/invitations", for: .organizer,
        "Ask each mentor who has published no time, by mail and at most once a week, to do so.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}

/// Whether a season can be planned.
public struct ShowReadiness: ProgramRequest, ComputingRequest {
    public typealias Answer = ReadinessView
    public static let route = Route(
        .get, "programs/{program}/readiness", for: .organizer,
        "Say which mentors have published a time, which weeks of which regions that covers, and how many turns would have a mentor.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.season) public var season: Season.Name?

    private init() {}

    public init(program: Program.Name, season: Season.Name? = nil) {
        self.program = program
        self.season = season
    }
}
