public import Mentoring
public import TimeZoneCatalog

/// The address of a public feed.
public struct ShowFeedAddress: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/feed", for: nil,
        "Say where a public feed is.",
        [.program, Field("region", .region, "Only this region's sessions.").optional])

    /// The program.
    public var program: Program.Name
    /// Only this region's sessions.
    public var region: Region?

    /// A request with every part given.
    public init(program: Program.Name, region: Region? = nil) {
        self.program = program
        self.region = region
    }

    /// See `Verb`.
    public typealias Answer = FeedLink
}

/// A public feed, as the server would send it.
public struct ShowFeed: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/calendar", for: nil,
        "Print a public feed.",
        [.program, Field("region", .region, "Only this region's sessions.").optional])

    /// The program.
    public var program: Program.Name
    /// Only this region's sessions.
    public var region: Region?

    /// A request with every part given.
    public init(program: Program.Name, region: Region? = nil) {
        self.program = program
        self.region = region
    }

    /// See `Verb`.
    public typealias Answer = CalendarText
}

/// The secret address of the caller's own calendar.
public struct ShowPersonalFeed: Verb {
    /// See `Verb`.
    public static let route = Route(
        .get, "feed", for: .trainee,
        "Say where your own calendar is.")

    /// A request.
    public init() {}

    /// See `Verb`.
    public var subject: Subject { .oneself }

    /// See `Verb`.
    public typealias Answer = FeedLink
}

/// A new address of the caller's own calendar; those before lead nowhere from then on.
public struct RotateFeed: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "feed/rotation", for: .trainee,
        "Get a new address for your own calendar; the old one ends at once.")

    /// A request.
    public init() {}

    /// See `Verb`.
    public var subject: Subject { .oneself }

    /// See `Verb`.
    public typealias Answer = FeedLink
}
