/// How long to search; counted in steps, never in time, so that the plan does not depend on the machine.
public struct Effort: Hashable, Sendable {
    /// Times to start again from the best plan.
    public var rounds: Int
    /// Changes to try in a round.
    public var steps: Int
    /// How many steps back the search looks when it decides whether to accept a change; at least 1.
    public var historyLength: Int
    /// How often, for each demand, some mentors share out their turns anew while a level is worked on; from 330
    /// demands on no more of them count.
    public var shares: Int
    /// How much to prove: how many candidates (slots that fit a demand) the steps of all ascents may look at; 0 for
    /// only such bounds as cost nothing.
    public var work: Int
    /// The most work in all.
    ///
    /// It counts the attendee classes, candidates, combinations of sessions and states of mentors that are looked at. A
    /// dozen mentors and half a year come nowhere near it. Sixty mentors and a year reach it, as does a season made to keep
    /// the planner busy: both end there, with the best plan so far.
    public var limit: Int
    /// Where the pseudo-random choices start.
    public var seed: UInt64

    /// Some ten seconds of a processor's time.
    public static let usualLimit = 1_000_000_000

    /// An effort in steps.
    public init(
        rounds: Int, steps: Int, historyLength: Int = 100, shares: Int = 0, work: Int = 0,
        limit: Int = Self.usualLimit, seed: UInt64 = 1
    ) {
        self.rounds = rounds
        self.steps = steps
        self.historyLength = historyLength
        self.shares = shares
        self.work = work
        self.limit = limit
        self.seed = seed
    }

    /// Construction and the final descent only.
    public static let least = Effort(rounds: 0, steps: 0)

    /// A good plan in a moment; hardly anything is proved.
    public static let quick = Effort(rounds: 2, steps: 1000, shares: 10)

    /// Enough to prove the plan of half a year and three regions optimal, in a fraction of a second.
    public static let standard = Effort(rounds: 2, steps: 1000, shares: 60, work: 100_000_000)

    /// Ten times as much, for plans that are worth minutes.
    public static let thorough = Effort(
        rounds: 2, steps: 10_000, shares: 600, work: 1_000_000_000, limit: 10 * usualLimit)

    /// How often mentors share out their turns anew while a level is worked on.
    func tries(of problem: DenseProblem) -> Int { shares * min(problem.demands.count, 330) }
}
