public import CivilTime
public import Mentoring

/// A program's sessions of the current season, by start.
public struct ListSessions: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/sessions", for: nil,
        "List a program's sessions.",
        [.program, Field("upcoming", .flag, "Only those still to come.").optional, .zone])

    /// The program.
    public var program: Program.Name
    /// Only those still to come.
    public var upcoming: Bool?
    /// In which zone times are shown; nil takes the caller's.
    public var zone: String?

    /// A request with every part given.
    public init(program: Program.Name, upcoming: Bool? = nil, zone: String? = nil) {
        self.program = program
        self.upcoming = upcoming
        self.zone = zone
    }

    /// See `Verb`.
    public typealias Answer = [SessionView]
}

/// One session.
public struct ShowSession: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "sessions/{session}", for: nil,
        "Show one session.",
        [.session, .zone])

    /// The session's code.
    public var session: String
    /// In which zone times are shown; nil takes the caller's.
    public var zone: String?

    /// A request with every part given.
    public init(session: String, zone: String? = nil) {
        self.session = session
        self.zone = zone
    }

    /// See `Verb`.
    public typealias Answer = SessionView
}

/// Calls a session off and tells those concerned.
public struct CancelSession: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "sessions/{session}/cancellation", for: .organizer,
        "Call a session off and tell those concerned.",
        [.session, Field("reason", .line, "Why, for those who are told.")])

    /// The session's code.
    public var session: String
    /// Why, for those who are told.
    public var reason: String

    /// A request with every part given.
    public init(session: String, reason: String) {
        self.session = session
        self.reason = reason
    }

    /// See `Verb`.
    public typealias Answer = SessionChange
}

/// Moves an announced session within its week and tells those concerned.
public struct MoveSession: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "sessions/{session}/move", for: .organizer,
        "Move an announced session within its week and tell those concerned.",
        [.session, Field("to", .localDateTime, "The new start in the zone in which it was agreed.")])

    /// The session's code.
    public var session: String
    /// The new start in the zone in which it was agreed.
    public var to: LocalDateTime

    /// A request with every part given.
    public init(session: String, to: LocalDateTime) {
        self.session = session
        self.to = to
    }

    /// See `Verb`.
    public typealias Answer = SessionChange
}

/// A calendar as its bytes are.
public struct CalendarText: Codable, Hashable, Sendable {
    /// The calendar (RFC 5545).
    public var calendar: String

    package init(_ bytes: [UInt8]) { calendar = String(decoding: bytes, as: UTF8.self) }
}

/// The current invitation of somebody to a session.
public struct ShowInvitation: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "sessions/{session}/invitation", for: .trainee,
        "Print the current invitation of a person to a session.",
        [.session, Field("attendee", .email, "Whose.")])

    /// The session's code.
    public var session: String
    /// The address of whoever the invitation is for.
    public var attendee: EmailAddress

    /// A request with every part given.
    public init(session: String, attendee: EmailAddress) {
        self.session = session
        self.attendee = attendee
    }

    /// See `Verb`.
    public typealias Answer = CalendarText
}
