/// After so many windows in a row without gain no more are tried.
private let patience = 60
private let nodesPerWindow = 12

extension Refinement {
    /// Plans some weeks of one region anew, everything else staying as it is, again and again.
    mutating func replanWindows(_ ascent: DualAscent) {
        let level = ascent.level
        var ascent = ascent
        var generator = SeededGenerator(seed: effort.seed)
        var failures = 0
        while failures < patience, stepsLeft > 0, bounds[level] < draft.levels[level] {
            let center = generator.index(below: draft.problem.demands.count)
            let radius = 2 + generator.index(below: 4)
            ascent.adopt(draft.levels)
            var window = ascent
            window.narrow { hold(everythingBut: radius, around: center, in: &$0) }
            _ = search(window, batch: 1, stepsPerNode: Self.stepsPerNode, nodes: nodesPerWindow)
            failures = draft.levels == ascent.values ? failures + 1 : 0
        }
    }

    /// Decides all demands as they are, but for those of one demand's region within so many weeks.
    private func hold(everythingBut radius: Int, around center: Int, in relaxation: inout Relaxation) {
        let demands = draft.problem.demands
        for (index, demand) in demands.enumerated() {
            let isNear = abs(demand.week - demands[center].week) <= radius
            if isNear, demand.region == demands[center].region { continue }
            let held = relaxation.decomposition.candidatesOfDemand[index].first {
                relaxation.decomposition.candidates[$0].slot == draft.slotOfDemand[index]
            }
            relaxation.decide(held.map { .take(candidate: $0) } ?? .leaveOpen(demand: index))
        }
    }
}
