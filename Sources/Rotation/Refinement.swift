/// Settles one level after another: bounds it, looks for a plan that attains the bound, and rules out for the levels
/// after it what cannot be part of such a plan.
struct Refinement {
    /// The best plan so far.
    private(set) var draft: Draft
    /// What is proved of each level, the levels before it being as they are.
    private(set) var bounds = LevelValues()
    private let order: [Level]
    private let effort: Effort
    private let journal: Journal
    /// How many more steps the ascents may make.
    private var stepsLeft: Int
    /// What may be part of a plan as good as the best on the levels settled so far.
    private var relaxation: Relaxation
    /// The prices that bounded the levels settled so far, but for those at 0.
    private var anchors: [LevelPrices] = []
    /// How often turns were shared out, so that no two times draw the same.
    private var redistributions: UInt64 = 0

    private static let longestClimb = 8000
    private static let longestSharpening = 100
    /// While the bound is raised, steps may look at so many candidates for each try at a better plan.
    private static let candidatesPerTry = 400
    /// So near to the bound a search may well find the best plan.
    private static let nearby = 2
    /// Each level leaves one of so many parts of the effort to those after it.
    private static let partInReserve = 8
    /// How often the plan is improved and the bound raised by turns.
    private static let rounds = 5
    private static let stepsPerNode = 25
    /// So many nodes are visited before a search is given up.
    private static let nodes = 80

    init(of draft: Draft, by order: [Level], effort: Effort, _ journal: Journal) {
        self.draft = draft
        self.order = order
        self.effort = effort
        self.journal = journal
        relaxation = Relaxation(Decomposition(draft.problem))
        if draft.problem.mostChanges != nil { anchors = [LevelPrices(perChange: relaxation.decomposition)] }
        stepsLeft = effort.work / max(1, relaxation.decomposition.candidates.count)
    }

    /// Whether there is effort left, and nobody wants to stop.
    private var mayGoOn: Bool { stepsLeft > 0 && !journal.isStopped }

    /// Settles all levels; the plan that results is the first among its equals that exchanging single slots can find.
    ///
    /// Where a better plan turns up for a level that is already settled, but not proved, the work resumes there.
    mutating func settleAll() {
        var stages: [Stage] = []
        var next = 0
        while !journal.isStopped {
            let held = draft.levels
            if next < order.count {
                if next == stages.count { stages.append(Stage(relaxation: relaxation, anchors: anchors)) }
                settle(order[next], &stages[next])
                next += 1
            } else {
                draft.descend(by: order, journal)
                guard draft.levels != held else { return }
            }
            let changed = order.prefix(max(0, next - 1)).firstIndex { draft.levels[$0] != held[$0] }
            guard let changed else { continue }
            (relaxation, anchors) = (stages[changed].relaxation, stages[changed].anchors)
            stages.removeSubrange((changed + 1)...)
            for level in order[(changed + 1)...] { bounds[level] = 0 }
            next = changed
        }
    }

    /// Where the work on a level began, and how far its bound has come.
    private struct Stage {
        let relaxation: Relaxation
        let anchors: [LevelPrices]
        var ascent: DualAscent?
    }

    private mutating func settle(_ level: Level, _ stage: inout Stage) {
        journal.note(settling: level, levels: draft.levels, bounds: bounds)
        guard draft.levels[level] > 0 else { return }
        let reserve = level == order.last ? 0 : stepsLeft / Self.partInReserve
        stepsLeft -= reserve
        defer { stepsLeft += reserve }
        var ascent = stage.ascent ?? ascent(at: level)
        ascent.adopt(draft.levels)
        approach(&ascent)
        guard ascent.holds(draft.levels) else { return }
        bounds[level] = min(max(bounds[level], ascent.leastValue), draft.levels[level])
        pursue(&ascent)
        for size in 3...GroupSearch.largestGroup where bounds[level] < draft.levels[level] && mayGoOn {
            let before = draft.levels
            redistribute(bending: level, groupSize: size)
            guard ascent.holds(draft.levels) else { break }
            if draft.levels != before { pursue(&ascent) }
            guard ascent.holds(draft.levels) else { break }
        }
        stage.ascent = ascent
        guard level != order.last, ascent.holds(draft.levels) else { return }
        ascent.adopt(draft.levels)
        if bounds[level] == draft.levels[level] {
            ascent.sharpen(atMost: min(stepsLeft, Self.longestSharpening), journal)
        }
        ascent.excludeWhatExceeds(draft.levels[level])
        relaxation = ascent.relaxation
        anchors.append(ascent.bestPrices)
    }

    /// Raises the bound and improves the plan by turns, each of them longer than the one before, until they meet or
    /// the bound promises no more.
    private mutating func approach(_ ascent: inout DualAscent) {
        let allTries = effort.tries(of: draft.problem)
        for round in 0..<Self.rounds {
            let tries = allTries >> (Self.rounds - round)
            let steps = Self.candidatesPerTry * tries / max(1, relaxation.decomposition.candidates.count)
            stepsLeft -= ascent.climb(atMost: min(stepsLeft, steps), journal)
            guard ascent.leastValue <= ascent.goal, !journal.isStopped else { return }
            if !ascent.mayGain, draft.levels[ascent.level] - ascent.leastValue <= Self.nearby { return }
            redistribute(bending: ascent.level, tries: tries)
            guard ascent.holds(draft.levels) else { return }
            // Who suffers most may be somebody else now.
            let isOther = ascent.level == .painmax && draft.levels.painmax != ascent.values.painmax
            if isOther { ascent = self.ascent(at: .painmax) }
            ascent.adopt(draft.levels)
        }
        stepsLeft -= ascent.climb(atMost: min(stepsLeft, Self.longestClimb), journal)
    }

    private func ascent(at level: Level) -> DualAscent {
        DualAscent(
            level, of: order, values: draft.levels, suffering: draft.suffering, anchors: anchors,
            relaxation: relaxation)
    }

    /// Searches for a plan that attains the bound, or nearly, and if none is found soon, for any better one.
    private mutating func pursue(_ ascent: inout DualAscent) {
        let level = ascent.level
        var (boldness, batch, stepsPerNode) = (2, max(10, draft.problem.demands.count / 20), Self.stepsPerNode)
        while bounds[level] < draft.levels[level], mayGoOn {
            journal.note(settling: level, levels: draft.levels, bounds: bounds)
            let value = draft.levels[level]
            ascent.adopt(draft.levels)
            ascent.goal = boldness > 0 ? bounds[level] + (value - bounds[level]) / 64 : value - 1
            let isComplete = search(ascent, batch: batch, stepsPerNode: stepsPerNode)
            if draft.levels != ascent.values, draft.levels[level] > bounds[level] { redistribute(bending: level) }
            guard ascent.holds(draft.levels) else { return }
            if draft.levels[level] > ascent.goal {
                if isComplete {
                    bounds[level] = ascent.goal + 1
                    continue
                }
                guard boldness > 0 else { return }
                (boldness, batch, stepsPerNode) = (boldness - 1, max(1, batch / 2), 2 * stepsPerNode)
            }
            ascent.adopt(draft.levels)
            stepsLeft -= ascent.resume(atMost: min(stepsLeft, Self.longestClimb), journal)
            bounds[level] = min(max(bounds[level], ascent.leastValue), draft.levels[level])
        }
    }

    /// Adopts the plan that a search finds, if any; whether the search was complete.
    private mutating func search(_ ascent: DualAscent, batch: Int, stepsPerNode: Int) -> Bool {
        let steps = min(stepsLeft, stepsPerNode * Self.nodes)
        var search = BranchAndBound(
            below: draft.levels, at: ascent.level, of: order, batch: batch, stepsPerNode: stepsPerNode, steps: steps,
            journal)
        search.explore(ascent)
        stepsLeft -= steps - search.stepsLeft
        if let plan = search.plan { draft = Draft(draft.problem, slotOfDemand: plan) }
        return search.stepsLeft > 0
    }

    /// Lets mentors share out their turns anew among what is still possible.
    private mutating func redistribute(bending level: Level, groupSize: Int = 2, tries: Int? = nil) {
        let decomposition = relaxation.decomposition
        let fits = decomposition.candidatesOfDemand.map { candidates in
            candidates.filter { relaxation.domain.isPossible[$0] }.map { decomposition.candidates[$0].slot }.sorted()
        }
        let narrowed = Draft(DenseProblem(draft.problem, fits: fits), slotOfDemand: draft.slotOfDemand)
        var redistribution = Redistribution(of: narrowed, by: order, seed: effort.seed &+ redistributions)
        redistributions += 1
        redistribution.improve(
            bending: level, groupSize: groupSize,
            tries: tries ?? effort.tries(of: draft.problem) >> (2 * (groupSize - 2)), journal)
        draft = Draft(draft.problem, slotOfDemand: redistribution.draft.slotOfDemand)
    }
}
