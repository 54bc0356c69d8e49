public import Mentoring

/// A request about a program that it names.
public protocol ProgramRequest: Request {
    /// The program.
    var program: Program.Name { get }
}

extension ProgramRequest {
    /// The program.
    public var subject: Subject { .program(program) }
}

/// A request about a session that it names.
public protocol SessionRequest: Request {
    /// The session's code.
    var session: String { get }
}

extension SessionRequest {
    /// The session.
    public var subject: Subject { .session(session) }
}

/// A request about a week of a duty that it names.
public protocol DutyTurnRequest: Request {
    /// The week's code.
    var turn: String { get }
}

extension DutyTurnRequest {
    /// The week of a duty.
    public var subject: Subject { .dutyTurn(turn) }
}
