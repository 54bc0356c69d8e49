extension Draft {
    /// Moves single demands, with ejections, until no such move makes the plan better, or the journal says to stop.
    ///
    /// Among equal plans the one with the smaller list of slots, in the order of demands, is the better.
    mutating func descend(by order: [Level], _ journal: Journal? = nil) {
        var search = Ejection(of: self, by: order)
        var sinceLastGain = 0
        var demand = 0
        while sinceLastGain < problem.demands.count, journal?.isStopped != true {
            sinceLastGain = search.improve(demand, journal) ? 0 : sinceLastGain + 1
            demand = (demand + 1) % problem.demands.count
        }
        self = search.draft
    }
}

extension Ejection {
    /// Tries all slots, and none, for one demand; whether anything was gained.
    fileprivate mutating func improve(_ demand: Int, _ journal: Journal?) -> Bool {
        guard draft.problem.demands[demand].pin == nil else { return false }
        var isImproved = false
        for slot in draft.problem.demands[demand].fits where slot != draft.slotOfDemand[demand] {
            guard journal?.isStopped != true else { return isImproved }
            let before = draft.levels
            if move(demand, to: slot, depth: 0, pick: { _ in 0 }), isGain(over: before) {
                keep()
                isImproved = true
            } else {
                takeBack()
            }
            journal?.spend(takeWork())
        }
        journal?.pause()
        let before = draft.levels
        drop(demand)
        if draft.levels.precedes(before, by: order) {
            keep()
            isImproved = true
        } else {
            takeBack()
        }
        return isImproved
    }

    private func isGain(over before: LevelValues) -> Bool {
        if draft.levels != before { return draft.levels.precedes(before, by: order) }
        guard let first = firstChange else { return false }
        return (draft.slotOfDemand[first.demand] ?? Int.max) < (first.slot ?? Int.max)
    }
}
