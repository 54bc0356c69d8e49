public import Mentoring

/// How far every trainee of a program has come.
public struct ListProgress: ProgramVerb, ComputingVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/trainees/progress", for: .mentor,
        "Say how far a program's trainees have come on the path to core.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public typealias Answer = [ProgressView]
}

/// How far one trainee has come, and what would bring them further.
public struct ShowProgress: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/progress", for: .trainee,
        "Say how far a trainee has come on the path to core, and which sessions would help.",
        [.program, .trainee, .zone])

    /// The program.
    public var program: Program.Name
    /// The trainee, by address, nickname or name; nil is the caller.
    public var person: String?
    /// In which zone times are shown; nil takes the trainee's.
    public var zone: String?

    /// A request with every part given.
    public init(program: Program.Name, person: String? = nil, zone: String? = nil) {
        self.program = program
        self.person = person
        self.zone = zone
    }

    /// See `Verb`.
    public typealias Answer = ProgressView
}

/// What a nomination of a trainee needs.
public struct ShowEvidence: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/evidence", for: .trainee,
        "Collect what a trainee's nomination for core reviewer needs, each claim with its session.",
        [.program, .trainee])

    /// The program.
    public var program: Program.Name
    /// The trainee, by address, nickname or name; nil is the caller.
    public var person: String?

    /// A request with every part given.
    public init(program: Program.Name, person: String? = nil) {
        self.program = program
        self.person = person
    }

    /// See `Verb`.
    public typealias Answer = EvidenceView
}

/// Records who led a session together with its mentor.
public struct RecordCoLeaders: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .put, "sessions/{session}/co-leaders", for: .mentor,
        "Record who led a session together with its mentor; recording again replaces it.",
        [
            .session,
            Field(
                "people", .list(.line),
                "Those who led along, by address, nickname or name; none takes back what was recorded."),
        ])

    /// The session's code.
    public var session: String
    /// Those who led along, by address, nickname or name.
    public var people: [String]

    /// A request with every part given.
    public init(session: String, people: [String]) {
        self.session = session
        self.people = people
    }

    /// See `Verb`.
    public typealias Answer = CoLeaders
}

extension Field {
    fileprivate static let trainee = Field(
        "person", .line, "The trainee, by address, nickname or name; without it, who asks."
    ).optional
}
