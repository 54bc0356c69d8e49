public import Mentoring

/// A verb about a program that it names.
public protocol ProgramVerb: Verb {
    /// The program.
    var program: Program.Name { get }
}

extension ProgramVerb {
    /// The program.
    public var subject: Subject { .program(program) }
}

/// A verb about a session that it names.
public protocol SessionVerb: Verb {
    /// The session's code.
    var session: String { get }
}

extension SessionVerb {
    /// The session.
    public var subject: Subject { .session(session) }
}

/// A verb about a week of a duty that it names.
public protocol DutyTurnVerb: Verb {
    /// The week's code.
    var turn: String { get }
}

extension DutyTurnVerb {
    /// The week of a duty.
    public var subject: Subject { .dutyTurn(turn) }
}
