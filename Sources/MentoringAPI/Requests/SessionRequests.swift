public import CivilTime
public import Mentoring

/// A program's sessions of a season, or those to come, by start.
public struct ListSessions: ProgramRequest {
    public typealias Answer = [SessionView]
    public static let route = Route(
        .get, "programs/{program}/sessions", for: nil, "List a program's sessions.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Only those still to come, of every season unless one is named.") public var upcoming: Bool?
    @Field(.zone) public var zone: String?
    @Field(.season) public var season: Season.Name?

    private init() {}

    public init(program: Program.Name, upcoming: Bool? = nil, zone: String? = nil, season: Season.Name? = nil) {
        self.program = program
        self.upcoming = upcoming
        self.zone = zone
        self.season = season
    }
}

/// One session.
public struct ShowSession: SessionRequest {
    public typealias Answer = SessionView
    public static let route = Route(.get, "sessions/{session}", for: nil, "Show one session.", of: Self())

    @Field(.session) public var session: String
    @Field(.zone) public var zone: String?

    private init() {}

    public init(session: String, zone: String? = nil) {
        self.session = session
        self.zone = zone
    }
}

/// Calls a session off and tells those concerned, or says what that would do.
public struct CancelSession: SessionRequest {
    public typealias Answer = SessionChange
    public static let route = Route(
        .post, "sessions/{session}/cancellation", for: .mentor, "Call a session off and tell those concerned.",
        of: Self())

    @Field(.session) public var session: String
    @Field("Why, for those who are told; everybody can read it on the program’s page.", .line) public var reason: String
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public init(session: String, reason: String, dryRun: Bool? = nil) {
        self.session = session
        self.reason = reason
        self.dryRun = dryRun
    }
}

/// Lets a session that was called off take place after all, and tells those concerned, or says what that would do.
public struct ReinstateSession: SessionRequest {
    public typealias Answer = SessionChange
    public static let route = Route(
        .delete, "sessions/{session}/cancellation", for: .mentor,
        "Reinstate a session that was called off, until it was to be held, and tell those concerned.", of: Self())

    @Field(.session) public var session: String
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public init(session: String, dryRun: Bool? = nil) {
        self.session = session
        self.dryRun = dryRun
    }
}

/// Moves an announced session within its week and tells those concerned, or says what that would do.
public struct MoveSession: SessionRequest {
    public typealias Answer = SessionChange
    public static let route = Route(
        .post, "sessions/{session}/move", for: .mentor,
        "Move an announced session within its week and tell those concerned.", of: Self())

    @Field(.session) public var session: String
    @Field("The new start in the zone in which it was agreed.") public var to: LocalDateTime
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public init(session: String, to: LocalDateTime, dryRun: Bool? = nil) {
        self.session = session
        self.to = to
        self.dryRun = dryRun
    }
}

/// A calendar as its bytes are.
public struct CalendarText: Codable, Hashable, Sendable {
    /// The calendar (RFC 5545).
    public var calendar: String

    package init(_ bytes: [UInt8]) { calendar = String(decoding: bytes, as: UTF8.self) }
}

/// The current invitation of somebody to a session.
public struct ShowInvitation: SessionRequest {
    public typealias Answer = CalendarText
    public static let route = Route(
        .get, "sessions/{session}/invitation", for: .trainee, "Print the current invitation of a person to a session.",
        of: Self())

    @Field(.session) public var session: String
    @Field("Whose.", .person(of: .participants)) public var attendee: WrittenPerson

    private init() {}

    public init(session: String, attendee: any MeansSomebody) {
        self.session = session
        self.attendee = attendee.asWritten
    }
}
