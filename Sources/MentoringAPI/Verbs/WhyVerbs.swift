public import Mentoring

/// Explains who leads a session and why.
public struct ExplainSession: SessionVerb, ComputingVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "sessions/{session}/reasons", for: .trainee,
        "Explain who leads a session, or that nobody does, and what speaks against everybody else.",
        [.session])

    /// The session's code, or that of a turn without a session.
    public var session: String

    /// A request with every part given.
    public init(session: String) { self.session = session }

    /// See `Verb`.
    public typealias Answer = WhyView
}

/// Explains why a mentor does not lead in a week.
public struct ExplainAbsence: ProgramVerb, ComputingVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/reasons", for: .trainee,
        "Explain what spoke against a mentor’s leading in a week.",
        [
            .program, Field("mentor", .line, "The mentor’s address, or their name.", like: "akira@example.org"),
            Field("week", .number(1...104), "The week of the season."),
        ])

    /// The program.
    public var program: Program.Name
    /// The mentor's address, or their name.
    public var mentor: String
    /// The week of the season, from 1.
    public var week: Int

    /// A request with every part given.
    public init(program: Program.Name, mentor: String, week: Int) {
        self.program = program
        self.mentor = mentor
        self.week = week
    }

    /// See `Verb`.
    public typealias Answer = WhyNotView
}
