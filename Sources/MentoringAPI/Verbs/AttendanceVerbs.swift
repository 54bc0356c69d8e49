import ChatLogs
import Mentoring

/// Records who came to a session.
public struct RecordAttendance: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .put, "sessions/{session}/attendance", for: .mentor,
        "Record who came to a session.",
        [
            .session, Field("present", .list(.line), "Those who came, each by address, nickname or name."),
            Field("absent", .list(.line), "Those who did not, whatever they or the log say.").optional,
            Field(
                "speakers", .list(.text(atMost: 4096)),
                "Those who spoke in its log, each by their nicknames, parted by blanks."
            )
            .optional,
            Field("ignored", .list(.nickname), "The nicknames in it that are left out.").optional,
            Field(
                "log", .text(atMost: 1000), "Where the log can be read.",
                like: "https://meetings.example.org/nova.log.html"
            )
            .optional,
        ])

    /// The session's code.
    public var session: String
    /// Those who came, each by address, nickname or name.
    public var present: [String]
    /// Those who did not, whatever they or the log say.
    public var absent: [String]?
    /// Those who spoke in its log, each by all their nicknames, parted by blanks.
    public var speakers: [String]?
    /// The nicknames in it that are left out.
    public var ignored: [String]?
    /// Where the log can be read.
    public var log: String?

    /// A request with every part given.
    public init(
        session: String, present: [String], absent: [String]? = nil, speakers: [String]? = nil,
        ignored: [String]? = nil, log: String? = nil
    ) {
        self.session = session
        self.present = present
        self.absent = absent
        self.speakers = speakers
        self.ignored = ignored
        self.log = log
    }

    /// See `Verb`.
    public typealias Answer = AttendanceView
}

/// Who took part in a session, with the answers of those who could not come.
public struct ShowAttendance: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "sessions/{session}/attendance", for: .mentor,
        "Show who took part in a session, and the written answers of those who could not.",
        [.session])

    /// The session's code.
    public var session: String

    /// A request with every part given.
    public init(session: String) {
        self.session = session
    }

    /// See `Verb`.
    public typealias Answer = AttendanceView
}

/// Says that the caller is in a session.
public struct CheckIn: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "sessions/{session}/check-in", for: .trainee,
        "Say that you are in a session, from ten minutes before until its end.",
        [.session])

    /// The session's code.
    public var session: String

    /// A request with every part given.
    public init(session: String) {
        self.session = session
    }

    /// See `Verb`.
    public typealias Answer = CheckedIn
}

/// Hands in the caller's answers to the questions of a session that they could not come to.
public struct AnswerQuestions: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .put, "sessions/{session}/answers", for: .trainee,
        "Answer the questions of a session that you could not come to, within 14 days.",
        [
            .session,
            Field(
                "text", .text(atMost: WrittenAnswers.mostBytes), "The answers, at most 16 KiB of UTF-8.",
                like: "1. Since …"),
        ])

    /// The session's code.
    public var session: String
    /// The answers.
    public var text: String

    /// A request with every part given.
    public init(session: String, text: String) {
        self.session = session
        self.text = text
    }

    /// See `Verb`.
    public typealias Answer = AnswersView
}

/// Finds that somebody's written answers count.
public struct SignOffAnswers: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "sessions/{session}/sign-off", for: .mentor,
        "Find that somebody's written answers count: they attended asynchronously.",
        [.session, Field("person", .line, "Whose, by address, nickname or name.", like: "Ada")])

    /// The session's code.
    public var session: String
    /// Whose, by address, nickname or name.
    public var person: String

    /// A request with every part given.
    public init(session: String, person: String) {
        self.session = session
        self.person = person
    }

    /// See `Verb`.
    public typealias Answer = AnswersView
}
