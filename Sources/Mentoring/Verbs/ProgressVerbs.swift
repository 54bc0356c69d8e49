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
    public func carryOut(at desk: OfficeDesk) async throws -> [ProgressView] {
        try await desk.office.progress(in: program, by: desk.caller)
    }
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
    public func carryOut(at desk: OfficeDesk) async throws -> ProgressView {
        try await desk.office.progress(
            of: desk.trainee(person, of: program), in: program, zone: desk.viewer(in: zone).zone, by: desk.caller)
    }
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
    public func carryOut(at desk: OfficeDesk) async throws -> EvidenceView {
        try await desk.office.evidence(of: desk.trainee(person, of: program), in: program, by: desk.caller)
    }
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
    public func carryOut(at desk: OfficeDesk) async throws -> CoLeaders {
        try await desk.office.recordCoLeaders(people, of: session, by: desk.caller)
    }
}

extension Field {
    fileprivate static let trainee = Field(
        "person", .line, "The trainee, by address, nickname or name; without it, who asks."
    ).optional
}

extension OfficeDesk {
    /// The address of the trainee who is asked about; nil is whoever asks.
    fileprivate func trainee(_ name: String?, of program: Program.Name) async throws -> EmailAddress {
        guard let name else { return try caller.person() }
        return try await office.address(of: name, in: program, by: caller)
    }
}

extension Caller {
    /// Refuses whoever is neither an organizer, nor a mentor of the program, nor the one whom it is about.
    /// - Throws: `Refusal` not-allowed.
    func requireMentor(of program: Program.Name, or person: EmailAddress?, in books: any StoreReading) throws {
        if role == .organizer || (email != nil && email == person) { return }
        let isMentor = try role == .mentor && books.mentors(of: program).contains { $0.person.email == email }
        guard isMentor else {
            throw Refusal(
                .notAllowed, "how far trainees of \(program) have come is for them, its mentors and its organizers")
        }
    }
}
