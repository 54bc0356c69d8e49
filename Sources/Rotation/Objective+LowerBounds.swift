extension Objective {
    /// Bounds that hold for every plan, whatever it achieves on other levels.
    ///
    /// A demand none of whose slots can stand beside the announced ones stays uncovered; a mentor has at least the
    /// announced turns; an attendee cannot do better in a week than with the best slot of any region.
    static func lowerBounds(of problem: DenseProblem) -> LevelValues {
        var bounds = LevelValues()
        let pinned = Draft(problem)
        let possible = problem.demands.map { demand -> [Int] in
            demand.pin.map { [$0] } ?? demand.fits.filter { pinned.obstacle(to: $0) == nil }
        }
        bounds.uncovered = possible.count { $0.isEmpty }
        bounds.overload = pinned.levels.overload
        bounds.load = pinned.levels.load
        bounds.spacing = pinned.levels.spacing
        bounds.preference = pinned.levels.preference
        var pain = [Int](repeating: 0, count: problem.classes.count)
        for cell in problem.cells {
            let slots = cell.demands.flatMap { possible[$0] }
            for audience in cell.classes {
                let zone = problem.classes[audience].zone
                let cost = slots.map { problem.cost(slot: $0, zone: zone) }.min() ?? problem.nightCost
                pain[audience] += cost
                bounds.misery += cost * problem.headCounts[audience]
            }
        }
        bounds.painmax = pain.max() ?? 0
        return bounds
    }
}
