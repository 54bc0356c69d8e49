/// What is still possible: bounds and branching take candidates away.
struct Domain {
    /// By candidate.
    var isPossible: [Bool]
    /// By candidate: whether its mentor has to take it.
    var isRequired: [Bool]
    /// By demand: whether it may stay uncovered.
    var mayBeOpen: [Bool]

    init(_ decomposition: Decomposition) {
        isPossible = Array(repeating: true, count: decomposition.candidates.count)
        isRequired = decomposition.candidates.map { decomposition.problem.demands[$0.demand].pin != nil }
        mayBeOpen = decomposition.problem.demands.map { $0.pin == nil }
    }
}
