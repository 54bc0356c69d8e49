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
    ///
    /// `observe` is told how far the work has come, often enough to show it to people, and answers whether to go on.
    /// Where changes are bounded it begins with the plan that changes least, or with `start` if that is given.
    /// When it does not want to, or the effort's limit is reached, the best plan so far is returned soon.
    public func solve(
        _ problem: Problem, from start: Plan? = nil, effort: Effort = .standard,
        observe: @escaping (Progress) -> Bool = { _ in true }
    ) -> Plan {
        var start = start
        if start == nil, problem.mostChanges != nil {
            start = solve(Problem(problem, mostChanges: nil), effort: effort, observe: observe)
        }
        var draft =
            start.map { Draft(problem.dense, slotOfDemand: problem.slotOfDemand(in: $0.assignments)) }
            ?? Draft(problem.dense)
        let journal = Journal(draft.levels, limit: effort.limit, observe: observe)
        draft.cover(by: problem.levels, journal)
        var search = effort
        if effort.shares > 0 { search.steps = max(effort.steps, min(15 * problem.demands.count, 20_000)) }
        draft.improve(by: problem.levels, effort: search, journal)
        draft.descend(by: problem.levels, journal)
        guard !journal.isStopped else { return Plan(draft.slotOfDemand, of: problem) }
        guard effort.work > 0, Weights.canCharge(problem.dense) else {
            draft.redistribute(by: problem.levels, effort: effort, journal)
            return Plan(draft.slotOfDemand, of: problem)
        }
        var refinement = Refinement(of: draft, by: problem.levels, effort: effort, journal)
        refinement.settleAll()
        return Plan(refinement.draft.slotOfDemand, of: problem, bounds: refinement.bounds)
    }
}

extension Draft {
    /// Lets pairs of mentors share out their turns anew, for one level after another.
    fileprivate mutating func redistribute(by order: [Level], effort: Effort, _ journal: Journal) {
        guard effort.shares > 0 else { return }
        var redistribution = Redistribution(of: self, by: order, seed: effort.seed)
        for level in order where redistribution.draft.levels[level] > 0 {
            redistribution.improve(bending: level, groupSize: 2, tries: effort.tries(of: problem), journal)
        }
        self = redistribution.draft
        descend(by: order, journal)
    }
}
