import CivilTime
public import Mentoring

/// Asks to be let into a program; whoever reads the mail that follows can confirm it.
public struct AskToJoin: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/sign-ups", for: nil, "Ask to join a program, where that is open to everybody.",
        [
            .program, Field("name", .line, "The name that others see."), Field("email", .email, "The mail address."),
            Field("zone", .zone, "Where you read the clock."),
        ])

    /// The program.
    public var program: Program.Name
    /// The name that others see.
    public var name: String
    /// The mail address; nobody else sees it.
    public var email: EmailAddress
    /// Where they read the clock.
    public var zone: String

    /// A request with every part given.
    public init(program: Program.Name, name: String, email: EmailAddress, zone: String) {
        self.program = program
        self.name = name
        self.email = email
        self.zone = zone
    }

    /// See `Verb`.
    public typealias Answer = SignUpReceived
}

/// Confirms that an address is one's own, and joins, with a name and a zone that whoever confirms chooses.
public struct ConfirmJoining: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "sign-ups/confirmation", for: nil, "Confirm that an address is yours, and join.",
        [
            Field("secret", .text(atMost: 100), "The secret that was mailed."),
            Field("program", .text(atMost: 32), "The program; else the one that was asked for last.", like: "nova")
                .optional,
            Field("name", .line, "The name that others see; else yours, or what was typed in.").optional,
            Field("zone", .zone, "Where you read the clock; else yours, or what was typed in.").optional,
        ])

    /// See `Verb`.
    public static var holdsSecret: Bool { true }

    /// The secret that was mailed.
    public var secret: String
    /// The program; nil takes the one that was asked for last.
    public var program: Program.Name?
    /// The name that others see; nil keeps theirs, or takes what was typed in.
    public var name: String?
    /// Where they read the clock; nil as for the name.
    public var zone: String?

    /// A request with every part given.
    public init(secret: String, program: Program.Name? = nil, name: String? = nil, zone: String? = nil) {
        self.secret = secret
        self.program = program
        self.name = name
        self.zone = zone
    }

    /// See `Verb`.
    public var subject: Subject { .anyProgram }

    /// See `Verb`.
    public typealias Answer = SignUpConfirmed
}
