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
    private let journal: Journal

    private struct Stage {
        /// Bounds the level, with what the levels before leave possible.
        let ascent: DualAscent
        /// By candidate: the least value of the level if it is chosen, the levels before being as they are.
        let leastValues: [Int]
        /// Whether it is proved that no plan as good on the levels before is better on this one.
        let isProved: Bool
    }

    private static let longestClimb = 8000
    private static let climbOfSearch = 400
    private static let stepsPerNode = 25
    private static let nodes = 80

    /// Bounds every level of a plan; `work` limits all of it, and the search for each question, as in `Effort`.
    init(of draft: Draft, by order: [Level], work: Int, _ journal: Journal) {
        levels = draft.levels
        self.order = order
        self.journal = journal
        var relaxation = Relaxation(Decomposition(draft.problem))
        var anchors: [LevelPrices] = []
        var stepsLeft = work / max(1, relaxation.decomposition.candidates.count)
        stepsOfSearch = min(stepsLeft, Self.stepsPerNode * Self.nodes)
        for level in order {
            var ascent = DualAscent(
                level, of: order, values: levels, suffering: draft.suffering, anchors: anchors, relaxation: relaxation)
            guard levels[level] > 0 else {
                let leastValues = ascent.leastValues()
                stages.append(Stage(ascent: ascent, leastValues: leastValues, isProved: true))
                continue
            }
            stepsLeft -= ascent.climb(atMost: min(stepsLeft, Self.longestClimb), journal)
            var isProved = ascent.leastValue > ascent.goal
            if !isProved {
                let search = search(ascent, beating: levels, steps: min(stepsLeft, stepsOfSearch))
                isProved = search.plan == nil && search.stepsLeft > 0
                stepsLeft -= min(stepsLeft, stepsOfSearch) - search.stepsLeft
            }
            if isProved { ascent.sharpen(atMost: min(stepsLeft, Self.longestClimb / 4), journal) }
            let leastValues = ascent.leastValues()
            stages.append(Stage(ascent: ascent, leastValues: leastValues, isProved: isProved))
            anchors.append(ascent.bestPrices)
            ascent.excludeWhatExceeds(levels[level])
            relaxation = ascent.relaxation
        }
    }

    /// Whether no plan whatsoever is better than this one up to a level.
    func isOptimal(before level: Level) -> Bool {
        zip(order, stages).prefix { $0.0 != level }.allSatisfy(\.1.isProved)
    }

    /// The first level at which no plan with a choice can be as good, all levels before being as good, and the least
    /// value it leaves possible there.
    struct Floor {
        let level: Level
        let value: Int
    }

    /// The floor under all plans in which a slot serves a demand, as far as bounds tell without a search.
    func floor(under slot: Int, for demand: Int) -> Floor? {
        guard let candidate = candidate(of: slot, for: demand) else { return nil }
        for (level, stage) in zip(order, stages) where stage.leastValues[candidate] > levels[level] {
            let least = stage.leastValues[candidate]
            return Floor(level: level, value: least == .max ? levels[level] + 1 : least)
        }
        return nil
    }

    private func candidate(of slot: Int, for demand: Int) -> Int? {
        guard let decomposition = stages.first?.ascent.relaxation.decomposition else { return nil }
        return decomposition.candidatesOfDemand[demand].first { decomposition.candidates[$0].slot == slot }
    }

    /// Whether no plan whatsoever is better.
    var isOptimal: Bool { stages.count == order.count && stages.allSatisfy(\.isProved) }

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
        guard let candidate = candidate(of: slot, for: demand) else { return Answer(isRefuted: true) }
        node.narrow { $0.decide(.take(candidate: candidate)) }
        node.restart()
        let climbed = node.climb(atMost: min(stepsOfSearch, Self.climbOfSearch), journal)
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
        let least = max(levels[node.level] + 1, node.leastValue)
        guard values[node.level] > least else { return Answer(isRefuted: true) }
        var node = node
        node.goal = least
        return Answer(plan: search(node, beating: values, steps: stepsOfSearch).plan, isRefuted: true)
    }

    private func search(_ node: DualAscent, beating values: LevelValues, steps: Int) -> BranchAndBound {
        let demands = node.relaxation.decomposition.candidatesOfDemand.count
        var search = BranchAndBound(
            below: values, at: node.level, of: order, batch: max(1, demands / 10), stepsPerNode: Self.stepsPerNode,
            steps: steps, journal)
        search.explore(node)
        return search
    }
}
