/// Settles one level after another: bounds it, looks for a plan that attains the bound, and rules out for the levels
/// after it what cannot be part of such a plan.
struct Refinement {
    /// The best plan so far.
    private(set) var draft: Draft
    /// What is proved of each level, the levels before it being as they are.
    private(set) var bounds = LevelValues()
    private let order: [Level]
    let effort: Effort
    /// How many more steps the ascents may make.
    private(set) var stepsLeft: Int
    /// What may be part of a plan as good as the best on the levels settled so far.
    private var relaxation: Relaxation
    /// The prices that bounded the levels settled so far, but for those at 0.
    private var anchors: [LevelPrices] = []
    /// How often the plan was polished, so that no two draw the same.
    private var polishes: UInt64 = 0

    private static let longestClimb = 8000
    static let stepsPerNode = 25
    /// So many nodes are visited before a search is given up.
    private static let nodes = 80
    private static let turnsOfWindows = 4
    private static let shortPolish = 4
    private static let longPolish = 16

    init(of draft: Draft, by order: [Level], effort: Effort) {
        self.draft = draft
        self.order = order
        self.effort = effort
        relaxation = Relaxation(Decomposition(draft.problem))
        stepsLeft = effort.work / max(1, relaxation.decomposition.candidates.count)
    }

    /// Settles all levels; the plan that results is the first among its equals that exchanging single slots can find.
    ///
    /// Where a better plan turns up for a level that is already settled, but not proved, the work resumes there.
    mutating func settleAll() {
        var stages: [(relaxation: Relaxation, anchors: [LevelPrices])] = []
        while stages.count < order.count {
            let held = draft.levels
            stages.append((relaxation, anchors))
            settle(order[stages.count - 1])
            guard let changed = order.prefix(stages.count - 1).firstIndex(where: { draft.levels[$0] != held[$0] })
            else { continue }
            (relaxation, anchors) = stages[changed]
            stages.removeSubrange(changed...)
        }
        let held = draft.levels
        if order.contains(where: { bounds[$0] < held[$0] }) { polish(rounds: Self.longPolish) }
        draft.descend(by: order)
        guard let changed = order.firstIndex(where: { draft.levels[$0] != held[$0] }) else { return }
        for level in order[(changed + 1)...] { bounds[level] = 0 }
    }

    private mutating func settle(_ level: Level) {
        bounds[level] = 0
        guard draft.levels[level] > 0 else { return }
        var ascent = DualAscent(
            level, of: order, values: draft.levels, suffering: draft.suffering, anchors: anchors,
            relaxation: relaxation)
        stepsLeft -= ascent.climb(atMost: min(stepsLeft, Self.longestClimb))
        bounds[level] = min(ascent.leastValue, draft.levels[level])
        pursue(&ascent)
        for _ in 0..<Self.turnsOfWindows where bounds[level] < draft.levels[level] && stepsLeft > 0 {
            guard ascent.holds(draft.levels) else { return }
            replanWindows(ascent)
            polish(rounds: Self.longPolish)
        }
        guard ascent.holds(draft.levels) else { return }
        ascent.adopt(draft.levels)
        if bounds[level] == draft.levels[level] {
            ascent.sharpen(atMost: min(stepsLeft, Self.longestClimb / 4))
        }
        ascent.excludeWhatExceeds(draft.levels[level])
        relaxation = ascent.relaxation
        anchors.append(ascent.bestPrices)
    }

    /// Searches for a plan that attains the bound, or nearly, and if none is found soon, for any better one.
    private mutating func pursue(_ ascent: inout DualAscent) {
        let level = ascent.level
        var (boldness, batch, stepsPerNode) = (2, max(1, draft.problem.demands.count / 20), Self.stepsPerNode)
        while bounds[level] < draft.levels[level], stepsLeft > 0 {
            let value = draft.levels[level]
            ascent.adopt(draft.levels)
            ascent.goal = boldness > 0 ? bounds[level] + (value - bounds[level]) / 64 : value - 1
            let isComplete = search(ascent, batch: batch, stepsPerNode: stepsPerNode, nodes: Self.nodes)
            if draft.levels != ascent.values { polish(rounds: Self.shortPolish) }
            guard ascent.holds(draft.levels) else { return }
            if draft.levels[level] > ascent.goal {
                if isComplete {
                    bounds[level] = ascent.goal + 1
                    continue
                }
                guard boldness > 0 else { return }
                if boldness == 2 { polish(rounds: Self.longPolish) }
                (boldness, batch, stepsPerNode) = (boldness - 1, max(1, batch / 2), 2 * stepsPerNode)
            }
            guard ascent.holds(draft.levels) else { return }
            ascent.adopt(draft.levels)
            stepsLeft -= ascent.resume(atMost: min(stepsLeft, Self.longestClimb))
            bounds[level] = min(max(bounds[level], ascent.leastValue), draft.levels[level])
        }
    }

    /// Adopts the plan that a search finds, if any; whether the search was complete.
    mutating func search(_ ascent: DualAscent, batch: Int, stepsPerNode: Int, nodes: Int) -> Bool {
        let steps = min(stepsLeft, stepsPerNode * nodes)
        var search = BranchAndBound(
            below: draft.levels, at: ascent.level, of: order, batch: batch, stepsPerNode: stepsPerNode, steps: steps)
        search.explore(ascent)
        stepsLeft -= steps - search.stepsLeft
        if let plan = search.plan { draft = Draft(draft.problem, slotOfDemand: plan) }
        return search.stepsLeft > 0
    }

    /// Improves the plan by late acceptance among what is still possible.
    private mutating func polish(rounds: Int) {
        let decomposition = relaxation.decomposition
        let fits = decomposition.candidatesOfDemand.map { candidates in
            candidates.filter { relaxation.domain.isPossible[$0] }.map { decomposition.candidates[$0].slot }.sorted()
        }
        var polished = Draft(DenseProblem(draft.problem, fits: fits), slotOfDemand: draft.slotOfDemand)
        var effort = effort
        effort.rounds = rounds
        effort.seed &+= polishes
        polishes += 1
        effort.steps = max(effort.steps, min(60 * fits.count, 10_000))
        polished.improve(by: order, effort: effort)
        draft = Draft(draft.problem, slotOfDemand: polished.slotOfDemand)
    }
}
