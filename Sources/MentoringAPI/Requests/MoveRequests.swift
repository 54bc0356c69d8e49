public import Mentoring

/// Moves a person to another mail address.
public struct MovePerson: Request {
    public typealias Answer = MoveView
    public static let route = Route(
        .post, "people/moves", for: .trainee,
        "Move a person to another address, which acts once it has proved itself by mail; the old one can undo it.",
        of: Self())

    @Field("The address before.") public var old: EmailAddress
    @Field("The address from now on.") public var new: EmailAddress
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public static var worksInArchive: Bool { true }

    public init(old: EmailAddress, new: EmailAddress, dryRun: Bool? = nil) {
        self.old = old
        self.new = new
        self.dryRun = dryRun
    }

    public var subject: Subject { .person(old) }
}

/// Proves that the address to which somebody moves is theirs.
public struct ConfirmMove: Request {
    public typealias Answer = MoveSettled
    public static let route = Route(
        .post, "people/moves/confirmation", for: nil, "Confirm that the address that you moved to is yours.", of: Self()
    )

    @Field("The secret that was mailed.", .text(atMost: 100)) public var secret: String

    private init() {}

    public static var worksInArchive: Bool { true }

    public static var holdsSecret: Bool { true }

    public init(secret: String) { self.secret = secret }

    public var subject: Subject { .anyProgram }
}

/// Takes back that somebody was moved to another address.
public struct UndoMove: Request {
    public typealias Answer = MoveSettled
    public static let route = Route(
        .post, "people/moves/undoing", for: nil, "Undo that you were moved to another address.", of: Self())

    @Field("The secret that was mailed.", .text(atMost: 100)) public var secret: String

    private init() {}

    public static var worksInArchive: Bool { true }

    public static var holdsSecret: Bool { true }

    public init(secret: String) { self.secret = secret }

    public var subject: Subject { .anyProgram }
}
