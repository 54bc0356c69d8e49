public import Mentoring

/// A program's seasons, by start.
public struct ListSeasons: ProgramRequest {
    public typealias Answer = [SeasonView]
    public static let route = Route(
        .get, "programs/{program}/seasons", for: nil, "List a program's seasons.", of: Self())

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}
