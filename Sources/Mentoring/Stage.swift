/// A step on the path to core reviewer, and what it asks for in all, counted since somebody began.
public struct Stage: Hashable, Sendable, CustomStringConvertible {
    /// What a stage can ask for; each counts since somebody began.
    public enum Goal: String, CaseIterable, Sendable, Codable {
        /// Sessions attended.
        case sessions
        /// Different reviews discussed in them.
        case discussed
        /// Areas that those reviews were in.
        case areas
        /// Sessions led together with a mentor.
        case coLed = "co-led"
    }

    /// How many of the program's areas the reviews must have been in.
    public enum Breadth: Hashable, Sendable {
        /// At least so many, whichever they are.
        case number(Int)
        /// Every area that the program file names.
        case all
    }

    /// How many sessions, or reviews, a stage can ask for.
    public static let amounts = 1...1000

    /// What the project calls it, one line.
    public var name: String
    /// Sessions attended.
    public var sessions: Int
    /// Different reviews discussed in the sessions attended.
    public var discussed: Int
    /// Areas that those reviews were in.
    public var areas: Breadth
    /// Sessions led together with a mentor.
    public var coLed: Int

    /// A stage; what is not given is not asked for.
    public init(name: String, sessions: Int = 0, discussed: Int = 0, areas: Breadth = .number(0), coLed: Int = 0) {
        self.name = name
        self.sessions = sessions
        self.discussed = discussed
        self.areas = areas
        self.coLed = coLed
    }

    /// What it asks for as a program file has it, without what it does not ask for.
    package var wishes: [(goal: Goal, amount: String)] {
        let amounts: [(goal: Goal, amount: String)] = [
            (.sessions, "\(sessions)"), (.discussed, "\(discussed)"), (.areas, "\(areas)"), (.coLed, "\(coLed)"),
        ]
        return amounts.filter { $0.amount != "0" }
    }

    /// `reviewer: sessions 8, discussed 5, areas 3`.
    public var description: String {
        "\(name): " + wishes.map { "\($0.goal.rawValue) \($0.amount)" }.joined(separator: ", ")
    }
}

extension Stage.Breadth: CustomStringConvertible {
    /// The number, or `all`.
    public var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .all: "all"
        }
    }
}
