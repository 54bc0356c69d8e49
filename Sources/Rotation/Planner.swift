/// Finds a plan for a problem: the same plan for the same problem and effort, always one that keeps the hard
/// constraints and the announced assignments.
///
/// Builds a plan greedily, improves it by late acceptance and, if the effort is to prove something, settles one level
/// after another by bounds and search; ends in a local optimum that is canonical among equals. With the standard effort
/// plans of half a year are optimal and proved to be, on every level.
public struct Planner: Sendable {
    /// A planner without settings of its own.
    public init() {}

    /// The best plan found, with whatever bounds are proved for it.
    public func solve(_ problem: Problem, effort: Effort = .standard) -> Plan {
        var draft = Draft(problem.dense)
        draft.cover(by: problem.levels)
        var search = effort
        if effort.work > 0 { search.steps = max(effort.steps, min(30 * problem.demands.count, 20_000)) }
        draft.improve(by: problem.levels, effort: search)
        draft.descend(by: problem.levels)
        guard effort.work > 0, Weights.canCharge(problem.dense) else { return Plan(draft.slotOfDemand, of: problem) }
        var refinement = Refinement(of: draft, by: problem.levels, effort: effort)
        refinement.settleAll()
        return Plan(refinement.draft.slotOfDemand, of: problem, bounds: refinement.bounds)
    }
}
