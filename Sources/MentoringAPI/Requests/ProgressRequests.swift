public import Mentoring

/// How far every trainee of a program has come.
public struct ListProgress: ProgramRequest, ComputingRequest {
    public typealias Answer = [ProgressView]
    public static let route = Route(
        .get, "programs/{program}/trainees/progress", for: .mentor,
        "Say how far a program's trainees have come on the path to core.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}

/// How far one trainee has come, and what would bring them further.
public struct ShowProgress: ProgramRequest {
    public typealias Answer = ProgressView
    public static let route = Route(
        .get, "programs/{program}/progress", for: .trainee,
        "Say how far a trainee has come on the path to core, and which sessions would help.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.trainee) public var person: WrittenPerson?
    @Field(.zone) public var zone: String?

    private init() {}

    public init(program: Program.Name, person: (any MeansSomebody)? = nil, zone: String? = nil) {
        self.program = program
        self.person = person?.asWritten
        self.zone = zone
    }
}

/// What a nomination of a trainee needs.
public struct ShowEvidence: ProgramRequest {
    public typealias Answer = EvidenceView
    public static let route = Route(
        .get, "programs/{program}/evidence", for: .trainee,
        "Collect what a trainee's nomination for core reviewer needs, each claim with its session.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.trainee) public var person: WrittenPerson?

    private init() {}

    public init(program: Program.Name, person: (any MeansSomebody)? = nil) {
        self.program = program
        self.person = person?.asWritten
    }
}

/// Records who led a session together with its mentor.
public struct RecordCoLeaders: SessionRequest {
    public typealias Answer = CoLeaders
    public static let route = Route(
        .put, "sessions/{session}/co-leaders", for: .mentor,
        "Record who led a session together with its mentor; recording again replaces it.", of: Self())

    @Field(.session) public var session: String
    @Field("Those who led along; none takes back what was recorded.", .list(.person(of: .participants))) public
        var people: [WrittenPerson]

    private init() {}

    public init(session: String, people: [any MeansSomebody]) {
        self.session = session
        self.people = people.map(\.asWritten)
    }
}

extension FieldDescription {
    fileprivate static let trainee = FieldDescription(
        "person", .person(of: .trainees), "The trainee; without it, who asks.")
}
