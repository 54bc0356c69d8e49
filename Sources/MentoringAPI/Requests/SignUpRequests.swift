import CivilTime
public import Mentoring

/// Asks to be let into a program; whoever reads the mail that follows can confirm it.
public struct AskToJoin: ProgramRequest {
    public typealias Answer = SignUpReceived
    public static let route = Route(
        .post, "programs/{program}/sign-ups", for: nil, "Ask to join a program, where that is open to everybody.",
        of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The name that others see.", .line) public var name: String
    @Field("The mail address.") public var email: EmailAddress
    @Field("Where you read the clock.", .zone) public var zone: String

    private init() {}

    public static var isLogged: Bool { false }

    public init(program: Program.Name, name: String, email: EmailAddress, zone: String) {
        self.program = program
        self.name = name
        self.email = email
        self.zone = zone
    }
}

/// Confirms that an address is one's own, and joins, with a name and a zone that whoever confirms chooses.
public struct ConfirmJoining: Request {
    public typealias Answer = SignUpConfirmed
    public static let route = Route(
        .post, "sign-ups/confirmation", for: nil, "Confirm that an address is yours, and join.", of: Self())

    @Field("The secret that was mailed.", .text(atMost: 100)) public var secret: String
    @Field("The program; else the one that was asked for last.", .shortName, like: "nova") public var program:
        Program.Name?
    @Field("The name that others see; else yours, or what was typed in.", .line) public var name: String?
    @Field("Where you read the clock; else yours, or what was typed in.", .zone) public var zone: String?

    private init() {}

    public static var holdsSecret: Bool { true }

    public init(secret: String, program: Program.Name? = nil, name: String? = nil, zone: String? = nil) {
        self.secret = secret
        self.program = program
        self.name = name
        self.zone = zone
    }

    public var subject: Subject { .anyProgram }
}
