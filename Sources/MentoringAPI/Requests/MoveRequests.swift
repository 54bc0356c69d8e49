public import Mentoring

/// Moves a person to another mail address.
public struct MovePerson: Request {
    public typealias Answer = MoveView
    public static let route = Route(
        .post, "people/moves", for: .trainee,
        "Move a person to another address, which acts once it has proved itself by mail; the old one can undo it.",
        of: Self())

    @Field("Who, or their address before.", .person(of: .participants)) public var old: WrittenPerson
    @Field("The address from now on.") public var new: EmailAddress
    @Field("Whether the new address is somebody's here who is the same person.") public var merge: Bool?
    @Field("Of two that are one: whose seat stays where both have one, or two at the same time.")
    public var keep: KeptSeat?
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public static var worksInArchive: Bool { true }

    public init(
        old: any MeansSomebody, new: EmailAddress, merge: Bool? = nil, keep: KeptSeat? = nil, dryRun: Bool? = nil
    ) {
        self.old = old.asWritten
        self.new = new
        self.merge = merge
        self.keep = keep
        self.dryRun = dryRun
    }

    public var subject: Subject { .person(old) }
}

extension KeptSeat: FieldValue {}

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
