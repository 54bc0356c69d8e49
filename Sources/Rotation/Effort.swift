/// How long to search; counted in steps, never in time, so that the plan does not depend on the machine.
public struct Effort: Hashable, Sendable {
    /// Times to start again from the best plan.
    public var rounds: Int
    /// Changes to try in a round.
    public var steps: Int
    /// How many steps back the search looks when it decides whether to accept a change; at least 1.
    public var historyLength: Int
    /// How much to prove: how many candidates (slots that fit a demand) the steps of all ascents may look at; 0 for
    /// only such bounds as cost nothing.
    public var work: Int
    /// Where the pseudo-random choices start.
    public var seed: UInt64

    /// An effort in steps.
    public init(rounds: Int, steps: Int, historyLength: Int = 100, work: Int = 0, seed: UInt64 = 1) {
        self.rounds = rounds
        self.steps = steps
        self.historyLength = historyLength
        self.work = work
        self.seed = seed
    }

    /// Enough to prove the plan of half a year and three regions optimal, in a fraction of a second.
    public static let standard = Effort(rounds: 2, steps: 1000, work: 100_000_000)

    /// Construction and the final descent only.
    public static let least = Effort(rounds: 0, steps: 0)
}
