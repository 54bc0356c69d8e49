/// Serving a neighbourhood anew costs as much as some ten single moves, so most steps do without.
private let stepsBetweenRearrangements = 16

private let stepsBetweenPauses = 128

extension Draft {
    /// Rounds of late acceptance, each from the best plan so far, each at first tolerating a loss at another level.
    ///
    /// Ends early with a plan that `suffices`.
    mutating func improve(
        by order: [Level], effort: Effort, _ journal: Journal? = nil,
        until suffices: (LevelValues) -> Bool = { _ in false }
    ) {
        let movable = problem.demands.indices.filter {
            problem.demands[$0].pin == nil && !problem.demands[$0].fits.isEmpty
        }
        guard !movable.isEmpty else { return }
        var generator = SeededGenerator(seed: effort.seed)
        for round in 0..<effort.rounds where journal?.isStopped != true && !suffices(levels) {
            var tolerated = levels
            tolerated[order[round % order.count]] += 1
            climb(by: order, moving: movable, tolerated, effort, journal, until: suffices, &generator)
        }
    }

    /// Late-acceptance hill climbing (Burke and Bykov 2017) with ejections; ends with the best plan met.
    ///
    /// A step is accepted if it is no worse than now or than some steps ago. Comparing vectors is all this takes, so
    /// the levels need no weights.
    private mutating func climb(
        by order: [Level], moving movable: [Int], _ tolerated: LevelValues, _ effort: Effort,
        _ journal: Journal?, until suffices: (LevelValues) -> Bool, _ generator: inout SeededGenerator
    ) {
        var history = [LevelValues](repeating: tolerated, count: max(1, effort.historyLength))
        var best = (levels: levels, slotOfDemand: slotOfDemand)
        var search = Ejection(of: self, by: order)
        for step in 0..<effort.steps {
            if step % stepsBetweenPauses == 0 { journal?.pause(levels: best.levels) }
            if journal?.isStopped == true { break }
            let demand = movable[generator.index(below: movable.count)]
            let fits = problem.demands[demand].fits
            let slot = fits[generator.index(below: fits.count)]
            guard search.draft.slotOfDemand[demand] != slot else { continue }
            let isRearrangement = step % stepsBetweenRearrangements == 0
            let rearranged = isRearrangement ? neighborhood(of: demand, among: movable, &generator) : []
            let before = search.draft.levels
            let isPossible = search.move(demand, to: slot, rearranging: rearranged, depth: 1) {
                generator.index(below: $0)
            }
            let after = search.draft.levels
            let past = step % history.count
            let isWorse = before.precedes(after, by: order) && history[past].precedes(after, by: order)
            if isPossible && !isWorse { search.keep() } else { search.takeBack() }
            journal?.spend(search.takeWork())
            let now = search.draft.levels
            if now.precedes(history[past], by: order) { history[past] = now }
            if now.precedes(best.levels, by: order) {
                best = (now, search.draft.slotOfDemand)
                if suffices(now) { break }
            }
        }
        self = Draft(problem, slotOfDemand: best.slotOfDemand)
    }

    /// The demands of the same region up to three weeks around one, in random order.
    ///
    /// Serving them anew shifts a rhythm of alternating mentors, which no change of one turn can.
    private func neighborhood(
        of demand: Int, among movable: [Int], _ generator: inout SeededGenerator
    ) -> [Int] {
        let radius = 1 + generator.index(below: 3)
        let center = problem.demands[demand]
        var neighborhood = movable.filter {
            problem.demands[$0].region == center.region && abs(problem.demands[$0].week - center.week) <= radius
        }
        for position in neighborhood.indices {
            neighborhood.swapAt(position, generator.index(below: position + 1))
        }
        return neighborhood
    }
}
