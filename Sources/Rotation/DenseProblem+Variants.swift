extension DenseProblem {
    /// The same problem with other slots, or fewer, for its demands.
    convenience init(_ problem: DenseProblem, fits: [[Int]]) {
        self.init(
            problem,
            demands: zip(problem.demands, fits).map { demand, fits in
                var demand = demand
                demand.fits = fits
                return demand
            })
    }

    /// The same problem with one demand's slot decided as if it had been announced.
    convenience init(_ problem: DenseProblem, pinning slot: Int, to demand: Int) {
        var demands = problem.demands
        demands[demand].pin = slot
        self.init(problem, demands: demands)
    }
}
