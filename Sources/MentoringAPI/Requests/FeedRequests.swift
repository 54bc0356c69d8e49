public import Mentoring
public import TimeZoneCatalog

/// The address of a public feed.
public struct ShowFeedAddress: ProgramRequest {
    public typealias Answer = FeedLink
    public static let route = Route(
        .get, "programs/{program}/feed", for: nil, "Say where a public feed is.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Only this region's sessions.") public var region: Region?

    private init() {}

    public init(program: Program.Name, region: Region? = nil) {
        self.program = program
        self.region = region
    }
}

/// A public feed, as the server would send it.
public struct ShowFeed: ProgramRequest {
    public typealias Answer = CalendarText
    public static let route = Route(.get, "programs/{program}/calendar", for: nil, "Print a public feed.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Only this region's sessions.") public var region: Region?

    private init() {}

    public init(program: Program.Name, region: Region? = nil) {
        self.program = program
        self.region = region
    }
}

/// The secret address of the caller's own calendar.
public struct ShowPersonalFeed: Request {
    public typealias Answer = FeedLink
    public static let route = Route(
        .put, "feed", for: .trainee, "Say where your own calendar is; it gets an address if it has none.")

    public init() {}

    public var subject: Subject { .oneself }
}

/// A new address of the caller's own calendar; those before lead nowhere from then on.
public struct RotateFeed: Request {
    public typealias Answer = FeedLink
    public static let route = Route(
        .post, "feed/rotation", for: .trainee, "Get a new address for your own calendar; the old one ends at once.")

    public init() {}

    public var subject: Subject { .oneself }
}
