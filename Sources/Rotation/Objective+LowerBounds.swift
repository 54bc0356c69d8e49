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
        (bounds.misery, bounds.painmax) = hours(of: problem) { $0.demands.flatMap { possible[$0] } }
        return bounds
    }
}
