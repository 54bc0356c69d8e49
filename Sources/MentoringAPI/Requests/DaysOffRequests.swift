public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// Records days on which somebody leads no session.
public struct AddAway: Request {
    public typealias Answer = AwayView
    public static let route = Route(.post, "away", for: .mentor, "Record an absence.", of: Self())

    @Field("Who is away; else the caller.", .person(of: .participants)) public var email: WrittenPerson?
    @Field("The first day.") public var from: LocalDate
    @Field("The last day; else that of the season in which the first one lies, or that comes next.") public var to:
        LocalDate?
    @Field("In which program, where an organizer says so of somebody in several of theirs.", .shortName, like: "nova")
    public var program: Program.Name?

    private init() {}

    public init(email: (any MeansSomebody)? = nil, from: LocalDate, to: LocalDate?, program: Program.Name? = nil) {
        self.email = email?.asWritten
        self.from = from
        self.to = to
        self.program = program
    }

    public var subject: Subject { email.map { .absences(of: $0) } ?? .anyProgram }
}

/// Somebody's absences.
public struct ListAbsences: Request {
    public typealias Answer = [AwayView]
    public static let route = Route(.get, "away", for: .mentor, "List somebody's absences.", of: Self())

    @Field("Whose; else the caller's.", .person(of: .participants)) public var email: WrittenPerson?

    private init() {}

    public init(email: (any MeansSomebody)? = nil) { self.email = email?.asWritten }

    public var subject: Subject { email.map { .absences(of: $0) } ?? .anyProgram }
}

/// Removes an absence.
public struct RemoveAway: Request {
    public typealias Answer = AwayRemoved
    public static let route = Route(.delete, "away/{away}", for: .mentor, "Remove an absence.", of: Self())

    @Field(.id("away")) public var away: Identifier<Away>

    private init() {}

    public init(away: Identifier<Away>) { self.away = away }

    public var subject: Subject { .absence(away) }
}

/// Freezes days of a program.
public struct AddFreeze: ProgramRequest, ComputingRequest {
    public typealias Answer = FreezeView
    public static let route = Route(
        .post, "programs/{program}/freezes", for: .organizer, "Freeze days of a program.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The first day.") public var from: LocalDate
    @Field("The last day; else that of the season in which the first one lies, or that comes next.") public var to:
        LocalDate?
    @Field("Why.", .line) public var reason: String
    @Field("Only these regions; else all.") public var regions: [Region]?

    private init() {}

    public init(program: Program.Name, from: LocalDate, to: LocalDate?, reason: String, regions: [Region]? = nil) {
        self.program = program
        self.from = from
        self.to = to
        self.reason = reason
        self.regions = regions
    }
}

/// Freezes the whole days that a calendar of holidays names.
public struct ImportFreezes: ProgramRequest {
    public typealias Answer = FreezeImport
    public static let route = Route(
        .post, "programs/{program}/freezes/import", for: .organizer,
        "Freeze the whole days that a calendar of holidays names.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The calendar (.ics).", .file) public var calendar: String
    @Field("Only these regions; else all.") public var regions: [Region]?
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public init(program: Program.Name, calendar: String, regions: [Region]? = nil, dryRun: Bool? = nil) {
        self.program = program
        self.calendar = calendar
        self.regions = regions
        self.dryRun = dryRun
    }
}

/// A program's freezes.
public struct ListFreezes: ProgramRequest {
    public typealias Answer = [FreezeView]
    public static let route = Route(
        .get, "programs/{program}/freezes", for: nil, "List a program's freezes.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}

/// Removes a freeze.
public struct RemoveFreeze: Request {
    public typealias Answer = FreezeRemoved
    public static let route = Route(.delete, "freezes/{freeze}", for: .organizer, "Remove a freeze.", of: Self())

    @Field(.id("freeze")) public var freeze: Identifier<Freeze>

    private init() {}

    public init(freeze: Identifier<Freeze>) { self.freeze = freeze }

    public var subject: Subject { .freeze(freeze) }
}
