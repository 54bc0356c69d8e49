extension Draft {
    /// Gives the uncovered demands, week by week, the slot that is best at the moment.
    mutating func cover(by order: [Level], _ journal: Journal? = nil) {
        for demand in problem.demands.indices where slotOfDemand[demand] == nil && journal?.isStopped != true {
            assign(bestSlot(for: demand, by: order), to: demand)
            journal?.spend(takeWork())
        }
    }

    /// The free slot of an uncovered demand that leads to the smallest levels; the first among equals.
    mutating func bestSlot(for demand: Int, by order: [Level]) -> Int? {
        var best: (slot: Int, levels: LevelValues)?
        look(at: problem.demands[demand].fits.count)
        for slot in problem.demands[demand].fits where obstacle(to: slot) == nil {
            assign(slot, to: demand)
            if best.map({ levels.precedes($0.levels, by: order) }) ?? true { best = (slot, levels) }
            assign(nil, to: demand)
        }
        return best?.slot
    }
}
