public import Mentoring

/// Makes a nickname known as somebody's.
public struct AddNickname: ProgramRequest {
    public typealias Answer = NicknameView
    public static let route = Route(
        .post, "programs/{program}/nicknames", for: .trainee,
        "Say that a nickname in the program's chat is yours; an organizer says so of somebody else.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The nickname.", .nickname, like: "ada") public var nickname: String
    @Field("Whose it is; else the caller's.", .person(of: .participants)) public var person: WrittenPerson?

    private init() {}

    public init(program: Program.Name, nickname: String, person: (any MeansSomebody)? = nil) {
        self.program = program
        self.nickname = nickname
        self.person = person?.asWritten
    }
}

/// The nicknames that are known in a program: the caller's, or everybody's.
public struct ListNicknames: ProgramRequest {
    public typealias Answer = [NicknameView]
    public static let route = Route(
        .get, "programs/{program}/nicknames", for: .trainee,
        "List your nicknames in the program's chat, or everybody's.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("Everybody's, for mentors and organizers.") public var everybody: Bool?

    private init() {}

    public init(program: Program.Name, everybody: Bool? = nil) {
        self.program = program
        self.everybody = everybody
    }
}

/// Removes a nickname.
public struct RemoveNickname: ProgramRequest {
    public typealias Answer = NicknameView
    public static let route = Route(
        .delete, "programs/{program}/nicknames/{nickname}", for: .trainee,
        "Say that a nickname is yours no more; an organizer can do it for everybody.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field("The nickname.", .nickname, like: "ada") public var nickname: String

    private init() {}

    public init(program: Program.Name, nickname: String) {
        self.program = program
        self.nickname = nickname
    }
}
