public import Mentoring

/// Lets somebody take part in nothing on the whole server.
public struct BlockEverywhere: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "blocks", for: .organizer,
        "End all that a person is on this server and let them in nowhere, and say what that does to each person.",
        [Field("email", .email, "The mail address; it need not be anybody's yet."), .dryRun])

    /// The address of whoever it is about; it need not be anybody's.
    public var email: EmailAddress
    /// Whether only to say what would happen.
    public var dryRun: Bool?

    /// A request with every part given.
    public init(email: EmailAddress, dryRun: Bool? = nil) {
        self.email = email
        self.dryRun = dryRun
    }

    /// See `Verb`.
    public var subject: Subject { .server }

    /// See `Verb`.
    public typealias Answer = DepartureView
}

/// The addresses that are blocked on the whole server.
public struct ListBlocksEverywhere: Verb {
    /// See `Verb`.
    public static let route = Route(
        .get, "blocks", for: .organizer, "List who may take part in nothing on this server any more.", [])

    /// A request.
    public init() {}

    /// See `Verb`.
    public var subject: Subject { .server }

    /// See `Verb`.
    public typealias Answer = [BlockView]
}

/// Ends a block on the whole server.
public struct UnblockEverywhere: Verb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "blocks", for: .organizer, "Let a person take part again, who then joins anew.",
        [Field("email", .email, "The mail address.")])

    /// The address of whoever it is about; it need not be anybody's.
    public var email: EmailAddress

    /// A request with every part given.
    public init(email: EmailAddress) {
        self.email = email
    }

    /// See `Verb`.
    public var subject: Subject { .server }

    /// See `Verb`.
    public typealias Answer = BlockView
}
