/// A change to a draft that can be taken back: one demand gets a slot, whoever is in the way gives up theirs and is
/// given the best of what remains.
struct Ejection {
    private(set) var draft: Draft
    let order: [Level]
    private var undoLog: [(demand: Int, slot: Int?)] = []

    init(of draft: Draft, by order: [Level]) {
        self.draft = draft
        self.order = order
    }

    /// Moves a demand to a slot that fits it.
    ///
    /// The `others` give up their slots too and are served anew afterwards, in this order. Demands that find nothing
    /// free may push others out in turn, `depth` times. `pick` draws an index below a bound.
    /// - Returns: Whether it was possible; if not, the draft is in between and wants `takeBack`.
    mutating func move(
        _ demand: Int, to slot: Int, rearranging others: [Int] = [], depth: Int, pick: (Int) -> Int
    ) -> Bool {
        change(demand, to: nil)
        for other in others where other != demand { change(other, to: nil) }
        var conflicts = draft.conflicts(of: slot)
        while conflicts.surplusInMonth > 0 {
            guard !conflicts.inFullMonth.isEmpty else { return false }
            conflicts.blocking.append(conflicts.inFullMonth.remove(at: pick(conflicts.inFullMonth.count)))
            conflicts.surplusInMonth -= 1
        }
        for evicted in conflicts.blocking {
            guard draft.problem.demands[evicted].pin == nil else { return false }
            change(evicted, to: nil)
        }
        change(demand, to: slot)
        for evicted in conflicts.blocking + others where draft.slotOfDemand[evicted] == nil {
            if let free = draft.bestSlot(for: evicted, by: order) {
                change(evicted, to: free)
            } else if depth > 0 {
                let fits = draft.problem.demands[evicted].fits
                guard move(evicted, to: fits[pick(fits.count)], depth: depth - 1, pick: pick) else { return false }
            }
        }
        return true
    }

    /// Leaves a demand uncovered.
    mutating func drop(_ demand: Int) {
        change(demand, to: nil)
    }

    /// Makes the changes since the last call of `keep` or `takeBack` undone.
    mutating func takeBack() {
        while let (demand, slot) = undoLog.popLast() { draft.assign(slot, to: demand) }
    }

    /// Makes the changes since the last call of `keep` or `takeBack` final.
    mutating func keep() {
        undoLog.removeAll(keepingCapacity: true)
    }

    /// The work done since this was last asked.
    mutating func takeWork() -> Int { draft.takeWork() }

    /// The first demand that differs since the last call of `keep` or `takeBack`, with the slot it had.
    var firstChange: (demand: Int, slot: Int?)? {
        let original = Dictionary(undoLog.map { ($0.demand, $0.slot) }, uniquingKeysWith: { first, _ in first })
        return original.filter { $0.value != draft.slotOfDemand[$0.key] }.min { $0.key < $1.key }
            .map { ($0.key, $0.value) }
    }

    private mutating func change(_ demand: Int, to slot: Int?) {
        undoLog.append((demand, draft.slotOfDemand[demand]))
        draft.assign(slot, to: demand)
    }
}
