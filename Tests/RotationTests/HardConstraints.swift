@testable import Rotation

/// The hard constraints a plan breaks, from their definition and nothing else.
func brokenConstraints(_ plan: Plan, of season: Season) -> [String] {
    var broken: [String] = []
    let taken = plan.assignments.filter { $0.slot != nil }
    if Set(plan.assignments.map(\.demand)) != Set(season.demands.map(\.id))
        || plan.assignments.count != season.demands.count
    {
        broken.append("H1: not one decision for each demand")
    }
    if Set(taken.map(\.slot)).count != taken.count { broken.append("H2: a slot used twice") }
    var turns: [String: [Slot]] = [:]
    for assignment in taken {
        guard let slot = season.slots.first(where: { $0.id == assignment.slot }),
            let demand = season.demands.first(where: { $0.id == assignment.demand }),
            let mentor = season.mentors.first(where: { $0.id == slot.mentor })
        else {
            broken.append("H5: \(assignment) is not on offer")
            continue
        }
        if slot.week != demand.week || mentor.region != demand.region || !mentor.programs.contains(demand.program) {
            broken.append("H5: \(assignment) does not fit")
        }
        turns[mentor.id, default: []].append(slot)
    }
    for mentor in season.mentors {
        let weeks = turns[mentor.id, default: []].map(\.week).sorted()
        if zip(weeks, weeks.dropFirst()).contains(where: { $1 - $0 < mentor.minGap }) {
            broken.append("H3: \(mentor.id)")
        }
        let months = Dictionary(grouping: turns[mentor.id, default: []], by: \.month)
        if months.values.contains(where: { $0.count > mentor.maxPerMonth }) { broken.append("H4: \(mentor.id)") }
    }
    for previous in season.previous ?? [] where previous.announced {
        let exists =
            season.demands.contains { $0.id == previous.demand } && season.slots.contains { $0.id == previous.slot }
        if exists, plan.assignments.first(where: { $0.demand == previous.demand })?.slot != previous.slot {
            broken.append("H6: \(previous.demand)")
        }
    }
    return broken
}

/// The best levels of all plans that keep the hard constraints, by trying every one.
func bestLevels(of season: Season, problem: Problem) -> LevelValues {
    var best: LevelValues?
    func extend(_ assignments: [Assignment]) {
        // Both orders begin with `uncovered`, so more gaps than the best has cannot be made good.
        if let best, assignments.count(where: { $0.slot == nil }) > best[.uncovered] { return }
        guard assignments.count < problem.demands.count else {
            // The plan's own initialiser is not asked: it shares code with the search.
            let levels = Objective.evaluate(assignments, of: problem)
            if let most = season.mostChanges, changedTurns(assignments, of: season) > most { return }
            if best.map({ levels.precedes($0, by: problem.levels) }) ?? true { best = levels }
            return
        }
        let demand = problem.demands[assignments.count]
        let pin = season.previous?.first { $0.announced && $0.demand == demand.id }
        for slot in pin.map({ [$0.slot] }) ?? problem.slots.map(\.id) + [nil] {
            let next = assignments + [Assignment(demand: demand.id, slot: slot)]
            if isPossible(next, season) { extend(next) }
        }
    }
    extend([])
    return best ?? LevelValues()
}

/// How many tentative turns of the previous plan that still could be as they were are not.
func changedTurns(_ assignments: [Assignment], of season: Season) -> Int {
    (season.previous ?? []).count { before in
        !before.announced && season.slots.contains { $0.id == before.slot }
            && season.demands.contains { $0.id == before.demand }
            && !assignments.contains { $0.demand == before.demand && $0.slot == before.slot }
    }
}

/// Whether assignments keep H2 to H5 among themselves.
private func isPossible(_ assignments: [Assignment], _ season: Season) -> Bool {
    guard let last = assignments.last, let id = last.slot else { return true }
    guard let slot = season.slots.first(where: { $0.id == id }),
        let demand = season.demands.first(where: { $0.id == last.demand }),
        let mentor = season.mentors.first(where: { $0.id == slot.mentor }),
        slot.week == demand.week, mentor.region == demand.region, mentor.programs.contains(demand.program)
    else { return false }
    let others = assignments.dropLast().compactMap { other in season.slots.first { $0.id == other.slot } }
        .filter { $0.mentor == mentor.id }
    return others.allSatisfy { abs($0.week - slot.week) >= mentor.minGap }
        && others.count { $0.month == slot.month } < mentor.maxPerMonth
}
