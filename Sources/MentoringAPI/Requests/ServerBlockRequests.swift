public import Mentoring

/// Lets somebody take part in nothing on the whole server.
public struct BlockEverywhere: Request {
    public typealias Answer = DepartureView
    public static let route = Route(
        .post, "blocks", for: .organizer,
        "End all that a person is on this server and let them in nowhere, and say what that does to each person.",
        of: Self())

    @Field("Who; an address need not be anybody's yet.") public var email: WrittenPerson
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public static var worksInArchive: Bool { true }

    public init(email: any MeansSomebody, dryRun: Bool? = nil) {
        self.email = email.asWritten
        self.dryRun = dryRun
    }

    public var subject: Subject { .server }
}

/// The addresses that are blocked on the whole server.
public struct ListBlocksEverywhere: Request {
    public typealias Answer = [BlockView]
    public static let route = Route(
        .get, "blocks", for: .organizer, "List who may take part in nothing on this server any more.")

    public init() {}

    public var subject: Subject { .server }
}

/// Ends a block on the whole server.
public struct UnblockEverywhere: Request {
    public typealias Answer = BlockView
    public static let route = Route(
        .delete, "blocks", for: .organizer, "Let a person take part again, who then joins anew.", of: Self())

    @Field("Who.") public var email: WrittenPerson

    private init() {}

    public init(email: any MeansSomebody) { self.email = email.asWritten }

    public var subject: Subject { .server }
}
