/// How long to search; counted in steps, never in time, so that the plan does not depend on the machine.
public struct Effort: Hashable, Sendable {
    /// Times to start again from the best plan.
    public var rounds: Int
    /// Changes to try in a round.
    public var steps: Int
    /// How many steps back the search looks when it decides whether to accept a change; at least 1.
    public var historyLength: Int
    /// Steps of the dual ascent at each level, which bounds it; 0 for only such bounds as cost nothing.
    public var ascents: Int
    /// Where the pseudo-random choices start.
    public var seed: UInt64

    /// An effort in steps.
    public init(rounds: Int, steps: Int, historyLength: Int = 100, ascents: Int = 0, seed: UInt64 = 1) {
        self.rounds = rounds
        self.steps = steps
        self.historyLength = historyLength
        self.ascents = ascents
        self.seed = seed
    }

    /// A fraction of a second for a season of half a year and three regions.
    public static let standard = Effort(rounds: 2, steps: 1000, ascents: 2500)

    /// Construction and the final descent only.
    public static let least = Effort(rounds: 0, steps: 0)
}
