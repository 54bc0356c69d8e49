public import Mentoring
public import TimeZoneCatalog

/// Takes a seat in a session or a place on its waiting list, or confirms a seat.
public struct Enroll: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "sessions/{session}/enrollment", for: .trainee,
        "Take a seat in a session or a place on its waiting list, or confirm a seat.",
        [.session])

    /// The session's code.
    public var session: String

    /// A request with every part given.
    public init(session: String) {
        self.session = session
    }

    /// See `Verb`.
    public typealias Answer = EnrollmentResult
}

/// Enrolls in all of a region's sessions of the season.
public struct EnrollForSeason: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/regions/{region}/enrollment", for: .trainee,
        "Enroll in all of a region's sessions of the season.",
        [.program, .region])

    /// The program.
    public var program: Program.Name
    /// The region.
    public var region: Region

    /// A request with every part given.
    public init(program: Program.Name, region: Region) {
        self.program = program
        self.region = region
    }

    /// See `Verb`.
    public typealias Answer = [EnrollmentResult]
}

/// Gives up a seat or a place on the waiting list.
public struct Leave: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "sessions/{session}/enrollment", for: .trainee,
        "Give up a seat or a place on the waiting list.",
        [.session])

    /// The session's code.
    public var session: String

    /// A request with every part given.
    public init(session: String) {
        self.session = session
    }

    /// See `Verb`.
    public typealias Answer = LeaveResult
}

/// Ends a standing enrollment and leaves all of the region's sessions to come.
public struct LeaveForSeason: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "programs/{program}/regions/{region}/enrollment", for: .trainee,
        "End a standing enrollment and leave all of the region's sessions to come.",
        [.program, .region])

    /// The program.
    public var program: Program.Name
    /// The region.
    public var region: Region

    /// A request with every part given.
    public init(program: Program.Name, region: Region) {
        self.program = program
        self.region = region
    }

    /// See `Verb`.
    public typealias Answer = [LeaveResult]
}
