extension DenseProblem {
    /// The same problem with other slots, or fewer, for its demands.
    convenience init(_ problem: DenseProblem, fits: [[Int]]) {
        self.init(
            problem,
            demands: zip(problem.demands, fits).map { demand, fits in
                var demand = demand
                demand.fits = fits
                return demand
            }, mostChanges: problem.mostChanges)
    }

    /// The same problem with one of those slots that can always replace each other, and those that are held.
    convenience init(_ problem: DenseProblem, withoutReplaceableBut held: [Int?]) {
        let held = Set(
            held.compactMap(\.self) + problem.demands.compactMap(\.pin) + problem.demands.compactMap(\.previous))
        self.init(
            problem,
            fits: problem.demands.map { demand in
                var kept: [Int: [Int]] = [:]
                for slot in demand.fits {
                    let others = kept[problem.slots[slot].mentor, default: []]
                    if others.contains(where: { problem.canReplace(slot, by: $0) }), !held.contains(slot) { continue }
                    let left = others.filter { held.contains($0) || !problem.canReplace($0, by: slot) }
                    kept[problem.slots[slot].mentor] = left + [slot]
                }
                return kept.values.joined().sorted()
            })
    }

    /// The same problem with one demand's slot decided as if it had been announced.
    convenience init(_ problem: DenseProblem, pinning slot: Int, to demand: Int) {
        var demands = problem.demands
        demands[demand].pin = slot
        self.init(problem, demands: demands, mostChanges: problem.mostChanges)
    }
}
