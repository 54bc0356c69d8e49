public import Mentoring
public import TimeZoneCatalog

/// Takes a seat in a session or a place on its waiting list, or confirms a seat.
public struct Enroll: SessionRequest {
    public typealias Answer = EnrollmentResult
    public static let route = Route(
        .post, "sessions/{session}/enrollment", for: .trainee,
        "Take a seat in a session or a place on its waiting list, or confirm a seat.", of: Self())

    @Field(.session) public var session: String
    @Field("Whether only a seat will do, and no place on the waiting list.") public var seatOnly: Bool?

    private init() {}

    public init(session: String, seatOnly: Bool? = nil) {
        self.session = session
        self.seatOnly = seatOnly
    }
}

/// Enrolls in all of a region's sessions of the season.
public struct EnrollForSeason: ProgramRequest {
    public typealias Answer = SeasonEnrollment
    public static let route = Route(
        .post, "programs/{program}/regions/{region}/enrollment", for: .trainee,
        "Enroll in all of a region's sessions of the season.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.region) public var region: Region
    @Field(.season) public var season: Season.Name?

    private init() {}

    public init(program: Program.Name, region: Region, season: Season.Name? = nil) {
        self.program = program
        self.region = region
        self.season = season
    }
}

/// Gives up a seat or a place on the waiting list.
public struct Leave: SessionRequest {
    public typealias Answer = LeaveResult
    public static let route = Route(
        .delete, "sessions/{session}/enrollment", for: .trainee, "Give up a seat or a place on the waiting list.",
        of: Self())

    @Field(.session) public var session: String

    private init() {}

    public init(session: String) { self.session = session }
}

/// Ends a standing enrollment and leaves all of the region's sessions to come.
public struct LeaveForSeason: ProgramRequest {
    public typealias Answer = [LeaveResult]
    public static let route = Route(
        .delete, "programs/{program}/regions/{region}/enrollment", for: .trainee,
        "End a standing enrollment and leave all of the region's sessions to come.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.region) public var region: Region
    @Field(.season) public var season: Season.Name?

    private init() {}

    public init(program: Program.Name, region: Region, season: Season.Name? = nil) {
        self.program = program
        self.region = region
        self.season = season
    }
}
