public import Mentoring

/// Asks for a mail by which somebody signs in; what is answered tells nothing of whose address it is.
public struct AskToSignIn: Request {
    public typealias Answer = SignInAsked
    public static let route = Route(
        .post, "sign-ins", for: nil, "Ask for a mail with a link and a code, by which you sign in.", of: Self())

    @Field("The mail address.") public var email: EmailAddress
    @Field("The program from which you come.", .shortName, like: "nova") public var program: Program.Name?
    @Field("The session from which you come.", .code, like: "nova-2027a-w03-asia") public var session: String?

    private init() {}

    public static var isLogged: Bool { false }

    public static var holdsSecret: Bool { true }

    public init(email: EmailAddress, program: Program.Name? = nil, session: String? = nil) {
        self.email = email
        self.program = program
        self.session = session
    }

    public var subject: Subject { .anyProgram }
}

/// Signs in with the code that was mailed, where it was asked for.
public struct ConfirmSignIn: Request {
    public typealias Answer = SignedIn
    public static let route = Route(
        .post, "sign-ins/confirmation", for: nil, "Sign in with the code that was mailed; what it gives is shown once.",
        of: Self())

    @Field("What was answered to whoever asked for the mail.", .text(atMost: 100)) public var attempt: String
    @Field("The six digits in the mail.", .text(atMost: 20), like: "123456") public var code: String

    private init() {}

    /// Written down where it is known whose sign-in it is; a code that is tried in vain is not.
    public static var isLogged: Bool { false }

    public static var holdsSecret: Bool { true }

    public init(attempt: String, code: String) {
        self.attempt = attempt
        self.code = code
    }

    public var subject: Subject { .anyProgram }
}

/// Who asks.
public struct WhoAmI: Request {
    public typealias Answer = Myself
    public static let route = Route(
        .get, "token", for: nil, "Say who you are by your token, and what you take part in.")

    public init() {}

    public var subject: Subject { .anyProgram }
}

/// Ends what the request is asked with.
public struct SignOut: Request {
    public typealias Answer = TokenRevoked
    public static let route = Route(
        .delete, "token", for: nil, "End the token with which this is asked; it is refused from now on.")

    public static var worksInArchive: Bool { true }

    public init() {}

    public var subject: Subject { .anyProgram }
}
