public import Mentoring

/// A program's duties with the weeks of the season.
public struct ListDuties: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/duties", for: nil,
        "List what falls to one volunteer a week, and whose week is which.",
        [.program, Field("upcoming", .flag, "Only the weeks to come.").optional])

    /// The program.
    public var program: Program.Name
    /// Whether weeks that have begun are left out.
    public var upcoming: Bool?

    /// A request with every part given.
    public init(program: Program.Name, upcoming: Bool? = nil) {
        self.program = program
        self.upcoming = upcoming
    }

    /// See `Verb`.
    public typealias Answer = [DutyView]
}

/// Takes turns at a duty.
public struct VolunteerForDuty: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/duties/{duty}/volunteer", for: .trainee,
        "Take turns at a duty, from the next plan on.",
        [.program, .duty])

    /// The program.
    public var program: Program.Name
    /// The duty.
    public var duty: Duty.Name

    /// A request with every part given.
    public init(program: Program.Name, duty: Duty.Name) {
        self.program = program
        self.duty = duty
    }

    /// See `Verb`.
    public typealias Answer = VolunteerResult
}

/// Takes no more turns at a duty.
public struct StopVolunteering: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "programs/{program}/duties/{duty}/volunteer", for: .trainee,
        "Take no more turns at a duty; weeks given already go to others with the next plan.",
        [.program, .duty])

    /// The program.
    public var program: Program.Name
    /// The duty.
    public var duty: Duty.Name

    /// A request with every part given.
    public init(program: Program.Name, duty: Duty.Name) {
        self.program = program
        self.duty = duty
    }

    /// See `Verb`.
    public typealias Answer = VolunteerResult
}

/// Offers a week of a duty that is the caller's.
public struct OfferDutyTurn: DutyTurnVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "duty-turns/{turn}/offer", for: .trainee,
        "Offer a week of a duty to another volunteer, or to all who are there.",
        [.dutyTurn, Field("to", .email, "Who is asked; else every volunteer who is there.").optional])

    /// The week's code.
    public var turn: String
    /// Who is asked; nil asks every volunteer who is there.
    public var to: EmailAddress?

    /// A request with every part given.
    public init(turn: String, to: EmailAddress? = nil) {
        self.turn = turn
        self.to = to
    }

    /// See `Verb`.
    public typealias Answer = DutyOfferView
}

/// Takes a week of a duty that is offered.
public struct AcceptDutyTurn: DutyTurnVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "duty-turns/{turn}/acceptance", for: .trainee,
        "Take a week of a duty that is offered.",
        [.dutyTurn])

    /// The week's code.
    public var turn: String

    /// A request with every part given.
    public init(turn: String) {
        self.turn = turn
    }

    /// See `Verb`.
    public typealias Answer = DutyOfferView
}

/// Takes back the offer of a week of a duty.
public struct WithdrawDutyTurn: DutyTurnVerb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "duty-turns/{turn}/offer", for: .trainee,
        "Take back the offer of a week of a duty.",
        [.dutyTurn])

    /// The week's code.
    public var turn: String

    /// A request with every part given.
    public init(turn: String) {
        self.turn = turn
    }

    /// See `Verb`.
    public typealias Answer = DutyOfferView
}

extension Field {
    fileprivate static let duty = Field("duty", .text(atMost: 32), "The duty's short name.", like: "triage")
    fileprivate static let dutyTurn = Field("turn", .text(atMost: 80), "The week's code.", like: "nova-w03-triage")
}
