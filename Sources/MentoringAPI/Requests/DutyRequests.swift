public import Mentoring

/// A program's duties with their weeks of a season, or those to come.
public struct ListDuties: ProgramRequest {
    public typealias Answer = [DutyView]
    public static let route = Route(
        .get, "programs/{program}/duties", for: nil,
        "List what falls to one volunteer a week, and whose week is which.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Only those still to come, of every season unless one is named.") public var upcoming: Bool?
    @Field(.season) public var season: Season.Name?

    private init() {}

    public init(program: Program.Name, upcoming: Bool? = nil, season: Season.Name? = nil) {
        self.program = program
        self.upcoming = upcoming
        self.season = season
    }
}

/// Takes turns at a duty.
public struct VolunteerForDuty: ProgramRequest {
    public typealias Answer = VolunteerResult
    public static let route = Route(
        .post, "programs/{program}/duties/{duty}/volunteer", for: .trainee,
        "Take turns at a duty, from the next plan on.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.duty) public var duty: Duty.Name

    private init() {}

    public init(program: Program.Name, duty: Duty.Name) {
        self.program = program
        self.duty = duty
    }
}

/// Takes no more turns at a duty.
public struct StopVolunteering: ProgramRequest {
    public typealias Answer = VolunteerResult
    public static let route = Route(
        .delete, "programs/{program}/duties/{duty}/volunteer", for: .trainee,
        "Take no more turns at a duty; with the next plan weeks given already go to others, or to nobody.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.duty) public var duty: Duty.Name

    private init() {}

    public init(program: Program.Name, duty: Duty.Name) {
        self.program = program
        self.duty = duty
    }
}

/// Offers a week of a duty that is the caller's.
public struct OfferDutyTurn: DutyTurnRequest {
    public typealias Answer = DutyOfferView
    public static let route = Route(
        .post, "duty-turns/{turn}/offer", for: .trainee,
        "Offer a week of a duty to another volunteer, or to all who are there.", of: Self())

    @Field(.dutyTurn) public var turn: String
    @Field("Who is asked; else every volunteer who is there.", .person(of: .volunteers)) public var to: WrittenPerson?

    private init() {}

    public init(turn: String, to: (any MeansSomebody)? = nil) {
        self.turn = turn
        self.to = to?.asWritten
    }
}

/// Takes a week of a duty that is offered.
public struct AcceptDutyTurn: DutyTurnRequest {
    public typealias Answer = DutyOfferView
    public static let route = Route(
        .post, "duty-turns/{turn}/acceptance", for: .trainee, "Take a week of a duty that is offered.", of: Self())

    @Field(.dutyTurn) public var turn: String

    private init() {}

    public init(turn: String) { self.turn = turn }
}

/// Takes back the offer of a week of a duty.
public struct WithdrawDutyTurn: DutyTurnRequest {
    public typealias Answer = DutyOfferView
    public static let route = Route(
        .delete, "duty-turns/{turn}/offer", for: .trainee, "Take back the offer of a week of a duty.", of: Self())

    @Field(.dutyTurn) public var turn: String

    private init() {}

    public init(turn: String) { self.turn = turn }
}
