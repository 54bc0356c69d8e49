public import CivilTime
public import Mentoring

/// Makes a token with which somebody can act over the network.
public struct CreateToken: Request {
    public typealias Answer = TokenCreated
    public static let route = Route(
        .post, "tokens", for: .organizer,
        "Make a token for one of a program's people, good only there; it is shown once, and they are told by mail.",
        of: Self())

    @Field("For whom.") public var email: WrittenPerson
    @Field("The only program in which it is good.", .shortName, like: "nova") public var program: Program.Name?
    @Field("The highest role; else what the person is.") public var role: Role?
    @Field("Whether it also changes things.") public var scope: AccessToken.Scope?
    @Field("What it is for.", .text(atMost: AccessToken.longestLabel)) public var label: String?
    @Field("The last day on which it is good.") public var expires: LocalDate?

    private init() {}

    public init(
        email: any MeansSomebody, program: Program.Name? = nil, role: Role? = nil, scope: AccessToken.Scope? = nil,
        label: String? = nil, expires: LocalDate? = nil
    ) {
        self.email = email.asWritten
        self.program = program
        self.role = role
        self.scope = scope
        self.label = label
        self.expires = expires
    }

    public var subject: Subject { program.map { .program($0) } ?? .anyProgram }
}

/// One's own tokens, and those that are good only in a program that one organizes, without their secrets.
public struct ListTokens: Request {
    public typealias Answer = [TokenView]
    public static let route = Route(
        .get, "tokens", for: .trainee,
        "List your tokens, and those that are good only in your program; what they are is not known any more.")

    public init() {}

    public var subject: Subject { .anyProgram }
}

/// Ends a token.
public struct RevokeToken: Request {
    public typealias Answer = TokenRevoked
    public static let route = Route(
        .delete, "tokens/{token}", for: .trainee,
        "End a token of yours, or of your program; it is refused from now on.", of: Self())

    @Field(.id("token")) public var token: Identifier<AccessToken>

    private init() {}

    public static var worksInArchive: Bool { true }

    public init(token: Identifier<AccessToken>) { self.token = token }

    public var subject: Subject { .anyProgram }
}
