import ChatLogs
public import Mentoring

/// Records who came to a session.
public struct RecordAttendance: SessionRequest {
    public typealias Answer = AttendanceView
    public static let route = Route(
        .put, "sessions/{session}/attendance", for: .mentor, "Record who came to a session.", of: Self())

    @Field(.session) public var session: String
    @Field("Those who came.", .list(.person(of: .participants))) public var present: [WrittenPerson]
    @Field("Those who did not, whatever they or the log say.", .list(.person(of: .participants))) public var absent:
        [WrittenPerson]?
    @Field("Those who spoke in its log, each by their nicknames, one a line.", .list(.text(atMost: 4096))) public
        var speakers: [String]?
    @Field("The log itself, from which its speakers are read; else they are given.", .file) public var chat: String?
    @Field("In which zone the log has its times, where it does not say; else the caller’s.", .zone) public var zone:
        String?
    @Field("The nicknames in it that are left out.", .list(.nickname)) public var ignored: [String]?
    @Field("Where the log can be read.", .text(atMost: 1000), like: "https://meetings.example.org/nova.log.html") public
        var log: String?
    @Field("Whether it adds to what is recorded; else it replaces that.") public var also: Bool?

    private init() {}

    public init(
        session: String, present: [any MeansSomebody], absent: [any MeansSomebody]? = nil, speakers: [String]? = nil,
        ignored: [String]? = nil, log: String? = nil, also: Bool? = nil, chat: String? = nil, zone: String? = nil
    ) {
        self.session = session
        self.present = present.map(\.asWritten)
        self.absent = absent?.map(\.asWritten)
        self.speakers = speakers
        self.chat = chat
        self.zone = zone
        self.ignored = ignored
        self.log = log
        self.also = also
    }
}

/// Who took part in a session, with the answers of those who could not come.
public struct ShowAttendance: SessionRequest {
    public typealias Answer = AttendanceView
    public static let route = Route(
        .get, "sessions/{session}/attendance", for: .mentor,
        "Show who took part in a session, and the written answers of those who could not.", of: Self())

    @Field(.session) public var session: String

    private init() {}

    public init(session: String) { self.session = session }
}

/// Says that the caller is in a session.
public struct CheckIn: SessionRequest {
    public typealias Answer = CheckedIn
    public static let route = Route(
        .post, "sessions/{session}/check-in", for: .trainee,
        "Say that you are in a session, from ten minutes before until its end.", of: Self())

    @Field(.session) public var session: String

    private init() {}

    public init(session: String) { self.session = session }
}

/// Hands in the caller's answers to the questions of a session that they could not come to.
public struct AnswerQuestions: SessionRequest {
    public typealias Answer = AnswersView
    public static let route = Route(
        .put, "sessions/{session}/answers", for: .trainee,
        "Answer the questions of a session that you could not come to, within 14 days.", of: Self())

    @Field(.session) public var session: String
    @Field("The answers, at most 16 KiB.", .text(atMost: WrittenAnswers.mostBytes), like: "1. Since …") public
        var text: String

    private init() {}

    public init(session: String, text: String) {
        self.session = session
        self.text = text
    }
}

/// Finds that somebody's written answers count.
public struct SignOffAnswers: SessionRequest {
    public typealias Answer = AnswersView
    public static let route = Route(
        .post, "sessions/{session}/sign-off", for: .mentor,
        "Find that somebody's written answers count: they attended asynchronously.", of: Self())

    @Field(.session) public var session: String
    @Field("Whose.", .person(of: .participants), like: "Ada") public var person: WrittenPerson

    private init() {}

    public init(session: String, person: any MeansSomebody) {
        self.session = session
        self.person = person.asWritten
    }
}
