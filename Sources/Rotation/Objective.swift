/// What a plan is worth: the definition of every level, computed from scratch.
///
/// Searches keep the same numbers incrementally in a `Draft`; this is what they must agree with.
public enum Objective {
    /// The levels of a set of assignments.
    ///
    /// Demands and slots the problem does not have are ignored, and demands not mentioned are uncovered. Hard
    /// constraints are not checked.
    public static func evaluate(_ assignments: [Assignment], of problem: Problem) -> LevelValues {
        evaluate(problem.slotOfDemand(in: assignments), of: problem.dense)
    }

    static func evaluate(_ slotOfDemand: [Int?], of problem: DenseProblem) -> LevelValues {
        var values = LevelValues()
        var changes = 0
        var turnWeeks = [[Int]](repeating: [], count: problem.mentors.count)
        for (demand, slot) in zip(problem.demands, slotOfDemand) {
            let change = stability(of: slot, for: demand, in: problem)
            values.stability += change
            changes += min(1, change)
            guard let slot else {
                values.uncovered += 1
                continue
            }
            values.preference += problem.slots[slot].preference
            turnWeeks[problem.slots[slot].mentor].append(demand.week)
        }
        for (mentor, weeks) in zip(problem.mentors, turnWeeks) {
            values.overload += max(0, weeks.count - mentor.cap)
            values.load += mentor.load(turns: weeks.count)
            for (index, week) in weeks.enumerated() {
                for other in weeks[..<index] { values.spacing += max(0, mentor.preferredGap - abs(week - other)) }
            }
        }
        (values.misery, values.painmax) = hours(of: problem) { $0.demands.compactMap { slotOfDemand[$0] } }
        values.beyond = problem.beyond(changes)
        return values
    }

    /// What the hours cost those who attend, where each goes to the best session of each of their weeks.
    /// - Parameters:
    ///   - problem: the problem.
    ///   - slots: in which slots a week's sessions are, or could be.
    /// - Returns: the cost of all heads, and that of whoever has the hardest hours.
    static func hours(
        of problem: DenseProblem, in slots: (DenseProblem.Cell) -> [Int]
    ) -> (misery: Int, painmax: Int) {
        var misery = 0
        var pain = [Int](repeating: 0, count: problem.classes.count)
        for cell in problem.cells {
            let slots = slots(cell)
            for audience in cell.classes {
                let zone = problem.classes[audience].zone
                let cost = slots.map { problem.cost(slot: $0, zone: zone) }.min() ?? problem.nightCost
                pain[audience] += cost
                misery += cost * problem.headCounts[audience]
            }
        }
        return (misery, pain.max() ?? 0)
    }

    /// The changes that giving a demand this slot, or none, makes to the previous plan.
    static func stability(of slot: Int?, for demand: DenseProblem.Turn, in problem: DenseProblem) -> Int {
        guard let previous = demand.previous, slot != previous else { return 0 }
        guard let slot, problem.slots[slot].mentor == problem.slots[previous].mentor else { return 2 }
        return 1
    }
}

extension DenseProblem.MentorLimits {
    /// The mentor's part of the level `load`.
    func load(turns: Int) -> Int { loadFactor * (turns + carry) * (turns + carry) }
}
