public import Mentoring

/// How a program's training fares.
public struct ShowHealth: ProgramVerb, ComputingVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/health", for: .mentor,
        "Show who comes, who waits, which mentor carries too much and which region withers.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public typealias Answer = HealthView
}
