/// What is proved of a plan, level by level, kept so that it can be asked whether a plan with another choice could be
/// as good.
///
/// To a level belong prices that bound it while the levels before are held at the plan's values, and what these bounds
/// leave possible. A choice is then a node of the search tree, and often its bound refutes it at once.
struct Proof {
    /// The levels of the plan.
    let levels: LevelValues
    private let order: [Level]
    private var stages: [Stage] = []
    private let stepsOfSearch: Int

    private struct Stage {
        /// Bounds the level, with what the levels before leave possible.
        let ascent: DualAscent
        /// Whether it is proved that no plan as good on the levels before is better on this one.
        let isProved: Bool
    }

    private static let longestClimb = 8000
    private static let climbOfSearch = 400
    private static let stepsPerNode = 25
    private static let nodes = 80

    /// Bounds every level of a plan; `work` limits all of it, and the search for each question, as in `Effort`.
    init(of draft: Draft, by order: [Level], work: Int) {
        levels = draft.levels
        self.order = order
        var relaxation = Relaxation(Decomposition(draft.problem))
        var anchors: [LevelPrices] = []
        var stepsLeft = work / max(1, relaxation.decomposition.candidates.count)
        stepsOfSearch = min(stepsLeft, Self.stepsPerNode * Self.nodes)
        for level in order {
            var ascent = DualAscent(
                level, of: order, values: levels, suffering: draft.suffering, anchors: anchors, relaxation: relaxation)
            guard levels[level] > 0 else {
                stages.append(Stage(ascent: ascent, isProved: true))
                continue
            }
            stepsLeft -= ascent.climb(atMost: min(stepsLeft, Self.longestClimb))
            var isProved = ascent.leastValue > ascent.goal
            if !isProved {
                let search = search(ascent, beating: levels, steps: min(stepsLeft, stepsOfSearch))
                isProved = search.plan == nil && search.stepsLeft > 0
                stepsLeft -= min(stepsLeft, stepsOfSearch) - search.stepsLeft
            }
            if isProved { ascent.sharpen(atMost: min(stepsLeft, Self.longestClimb / 4)) }
            stages.append(Stage(ascent: ascent, isProved: isProved))
            anchors.append(ascent.bestPrices)
            ascent.excludeWhatExceeds(levels[level])
            relaxation = ascent.relaxation
        }
    }

    /// Whether no plan whatsoever is better than this one up to a level.
    func isOptimal(before level: Level) -> Bool {
        zip(order, stages).prefix { $0.0 != level }.allSatisfy(\.1.isProved)
    }

    /// What came of a search for a plan that contains a choice and is as good at a level.
    struct Answer {
        /// The best plan found, if it is better than the one that was known to contain the choice.
        var plan: [Int?]?
        /// Whether it is proved that there is no plan as good.
        var isRefuted: Bool
    }

    /// Looks for a plan in which a slot serves a demand and which is as good as the plan at a level and all before.
    ///
    /// `values` are those of a plan with this choice that is as good at all levels before, but not at this.
    func plan(with slot: Int, for demand: Int, asGoodAt level: Level, beating values: LevelValues) -> Answer {
        guard let index = order.firstIndex(of: level) else { return Answer(isRefuted: false) }
        var node = stages[index].ascent
        node.goal = levels[level]
        let decomposition = node.relaxation.decomposition
        guard
            let candidate = decomposition.candidatesOfDemand[demand].first(where: {
                decomposition.candidates[$0].slot == slot
            })
        else { return Answer(isRefuted: true) }
        node.narrow { $0.decide(.take(candidate: candidate)) }
        node.restart()
        let climbed = node.climb(atMost: min(stepsOfSearch, Self.climbOfSearch))
        guard node.leastValue <= node.goal else { return cheapest(node, beating: values) }
        var narrower = node
        narrower.excludeWhatExceeds(node.goal)
        let search = search(narrower, beating: values, steps: stepsOfSearch - climbed)
        guard search.stepsLeft > 0, search.values[level] > node.goal else {
            return Answer(plan: search.plan, isRefuted: false)
        }
        var answer = cheapest(node, beating: search.values)
        answer.plan = answer.plan ?? search.plan
        return answer
    }

    /// Looks, where no plan is as good, for one that loses as little as can be.
    private func cheapest(_ node: DualAscent, beating values: LevelValues) -> Answer {
        guard values[node.level] > levels[node.level] + 1 else { return Answer(isRefuted: true) }
        var node = node
        node.goal = levels[node.level] + 1
        return Answer(plan: search(node, beating: values, steps: stepsOfSearch).plan, isRefuted: true)
    }

    private func search(_ node: DualAscent, beating values: LevelValues, steps: Int) -> BranchAndBound {
        let demands = node.relaxation.decomposition.candidatesOfDemand.count
        var search = BranchAndBound(
            below: values, at: node.level, of: order, batch: max(1, demands / 10), stepsPerNode: Self.stepsPerNode,
            steps: steps)
        search.explore(node)
        return search
    }
}
