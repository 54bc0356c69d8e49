public import Mentoring

/// How a program's training fares.
public struct ShowHealth: ProgramRequest, ComputingRequest {
    public typealias Answer = HealthView
    public static let route = Route(
        .get, "programs/{program}/health", for: .mentor,
        "Show who comes, who waits, which mentor carries too much and which region withers.", of: Self())

    @Field(.program) public var program: Program.Name
    @Field(.season) public var season: Season.Name?

    private init() {}

    public init(program: Program.Name, season: Season.Name? = nil) {
        self.program = program
        self.season = season
    }
}
