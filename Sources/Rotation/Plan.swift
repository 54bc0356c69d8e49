/// A slot, or none, for each demand of a problem.
public struct Plan: Hashable, Sendable {
    /// One for each demand, in the order of the problem's demands.
    public let assignments: [Assignment]
    /// What the plan achieves on each level.
    public let levels: LevelValues
    /// For each level a proven lower bound over all plans that equal this one on the earlier levels; 0 always holds.
    public let bounds: LevelValues

    /// A plan decided elsewhere; demands not mentioned are uncovered unless their slots have been announced.
    ///
    /// - Throws: `ProblemError` for the first assignment that names what the problem does not have or breaks a hard
    ///   constraint.
    public init(_ assignments: [Assignment], of problem: Problem) throws(ProblemError) {
        self.init(try problem.checkedSlots(of: assignments), of: problem)
    }

    /// The plan of a problem's slots by demand, with bounds that were proved for it.
    init(_ slotOfDemand: [Int?], of problem: Problem, bounds proved: LevelValues = LevelValues()) {
        assignments = zip(problem.demands, slotOfDemand).map { demand, slot in
            Assignment(demand: demand.id, slot: slot.map { problem.slots[$0].id })
        }
        levels = Objective.evaluate(slotOfDemand, of: problem.dense)
        var bounds = Objective.lowerBounds(of: problem.dense)
        for level in Level.allCases { bounds[level] = max(bounds[level], proved[level]) }
        self.bounds = bounds
    }

    /// How many of the problem's levels, from the most important on, are proved optimal.
    public func provedLevels(by order: [Level]) -> Int {
        order.prefix { levels[$0] == bounds[$0] }.count
    }
}
