/// Settles one level after another: bounds it, looks for a plan that attains the bound, and rules out for the levels
/// after it what cannot be part of such a plan.
struct Refinement {
    /// The best plan so far.
    private(set) var draft: Draft
    /// What is proved of each level, the levels before it being as they are.
    private(set) var bounds = LevelValues()
    private let order: [Level]
    private let effort: Effort
    private var relaxation: Relaxation
    private var anchors: [LevelPrices] = []

    /// The first search of a level takes so many steps at a node, and each later one twice as many as the one before.
    private static let stepsPerNode = 25
    /// So many nodes, at least, are visited before a search is given up.
    private static let nodes = 80
    private static let attempts = 4

    init(of draft: Draft, by order: [Level], effort: Effort) {
        self.draft = draft
        self.order = order
        self.effort = effort
        relaxation = Relaxation(Decomposition(draft.problem))
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
        draft.descend(by: order)
        guard let changed = order.firstIndex(where: { draft.levels[$0] != held[$0] }) else { return }
        for level in order[(changed + 1)...] { bounds[level] = 0 }
    }

    private mutating func settle(_ level: Level) {
        guard draft.levels[level] > 0 else {
            bounds[level] = 0
            return
        }
        var ascent = DualAscent(
            level, of: order, values: draft.levels, suffering: draft.suffering, anchors: anchors,
            relaxation: relaxation)
        _ = ascent.climb(atMost: effort.ascents)
        var least = ascent.leastValue
        var stepsPerNode = Self.stepsPerNode
        var batch = max(1, draft.problem.demands.count / 20)
        var isTight = true
        var attempts = 0
        while least < draft.levels[level], attempts < Self.attempts {
            ascent.adopt(draft.levels)
            ascent.goal = isTight ? least : draft.levels[level] - 1
            var search = BranchAndBound(
                below: draft.levels, at: level, of: order, batch: batch, stepsPerNode: stepsPerNode,
                steps: stepsPerNode * Self.nodes)
            search.explore(ascent)
            if let plan = search.plan {
                draft = Draft(draft.problem, slotOfDemand: plan)
                polish()
                guard ascent.holds(draft.levels) else { return }
            }
            if draft.levels[level] <= ascent.goal {
                isTight = true
                ascent.adopt(draft.levels)
                _ = ascent.resume(atMost: effort.ascents)
                least = max(least, ascent.leastValue)
            } else if search.stepsLeft > 0 {
                least = ascent.goal + 1
                isTight = true
            } else {
                isTight.toggle()
                stepsPerNode += Self.stepsPerNode
                batch = max(1, batch / 2)
                attempts += 1
            }
        }
        bounds[level] = min(least, draft.levels[level])
        ascent.adopt(draft.levels)
        if bounds[level] == draft.levels[level] { ascent.sharpen(atMost: effort.ascents / 4) }
        ascent.excludeWhatExceeds(draft.levels[level])
        relaxation = ascent.relaxation
        anchors.append(ascent.bestPrices)
    }

    /// Improves the plan on later levels, with what is still possible.
    private mutating func polish() {
        let decomposition = relaxation.decomposition
        let fits = decomposition.candidatesOfDemand.map { candidates in
            candidates.filter { relaxation.domain.isPossible[$0] }.map { decomposition.candidates[$0].slot }.sorted()
        }
        var polished = Draft(DenseProblem(draft.problem, fits: fits), slotOfDemand: draft.slotOfDemand)
        var effort = effort
        effort.rounds *= 2
        effort.steps = max(effort.steps, min(60 * fits.count, 20_000))
        polished.improve(by: order, effort: effort)
        draft = Draft(draft.problem, slotOfDemand: polished.slotOfDemand)
    }
}
