public import Mentoring

/// Makes a nickname known as somebody's.
public struct AddNickname: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "programs/{program}/nicknames", for: .trainee,
        "Say that a nickname in the program's chat is yours.",
        [
            .program, Field("nickname", .nickname, "The nickname.", like: "ada"),
            Field("person", .email, "Whose it is; else the caller's.").optional,
        ])

    /// The program.
    public var program: Program.Name
    /// The nickname.
    public var nickname: String
    /// Whose it is; nil means the caller's.
    public var person: EmailAddress?

    /// A request with every part given.
    public init(program: Program.Name, nickname: String, person: EmailAddress? = nil) {
        self.program = program
        self.nickname = nickname
        self.person = person
    }

    /// See `Verb`.
    public typealias Answer = NicknameView
}

/// The nicknames that are known in a program: the caller's, or everybody's.
public struct ListNicknames: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/nicknames", for: .trainee,
        "List your nicknames in the program's chat, or everybody's.",
        [.program, Field("everybody", .flag, "Everybody's, for mentors and organizers.").optional])

    /// The program.
    public var program: Program.Name
    /// Everybody's, not only the caller's.
    public var everybody: Bool?

    /// A request with every part given.
    public init(program: Program.Name, everybody: Bool? = nil) {
        self.program = program
        self.everybody = everybody
    }

    /// See `Verb`.
    public typealias Answer = [NicknameView]
}

/// Removes a nickname.
public struct RemoveNickname: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "programs/{program}/nicknames/{nickname}", for: .trainee,
        "Say that a nickname is yours no more; an organizer can do it for everybody.",
        [.program, Field("nickname", .nickname, "The nickname.", like: "ada")])

    /// The program.
    public var program: Program.Name
    /// The nickname.
    public var nickname: String

    /// A request with every part given.
    public init(program: Program.Name, nickname: String) {
        self.program = program
        self.nickname = nickname
    }

    /// See `Verb`.
    public typealias Answer = NicknameView
}
