/// A plan in the making: assignments that keep every hard constraint, with the levels kept up to date.
///
/// Assigning and withdrawing a slot takes time proportional to the mentor's gaps and the week's audience.
struct Draft {
    let problem: DenseProblem
    private(set) var levels: LevelValues
    private(set) var slotOfDemand: [Int?]
    private var demandOfSlot: [Int?]
    /// The slot of each mentor's turn by week, at mentor · weekCount + week.
    private var turns: [Int?]
    private var turnCounts: [Int]
    /// Turns of the previous plan that are changed.
    private var changes = 0
    /// Turns at mentor · monthCount + month, those outside the problem included.
    private var monthCounts: [Int]
    /// What the best session held costs each class in each cell it attends.
    private var seatCosts: [Int]
    /// What the hours cost each class so far.
    private(set) var pain: [Int]
    /// The work done since it was last taken note of, see `Effort.limit`.
    private var work = 0
    /// How many classes have a pain, by pain; its last non-zero position is `painmax`.
    private var painHistogram: [Int]

    /// The announced assignments and nothing else.
    init(_ problem: DenseProblem) {
        self.init(unpinned: problem)
        for (demand, turn) in problem.demands.enumerated() {
            if let pin = turn.pin { assign(pin, to: demand) }
        }
    }

    /// Assignments that keep the hard constraints.
    init(_ problem: DenseProblem, slotOfDemand: [Int?]) {
        self.init(unpinned: problem)
        for (demand, slot) in slotOfDemand.enumerated() { assign(slot, to: demand) }
    }

    /// No assignments at all.
    init(unpinned problem: DenseProblem) {
        self.problem = problem
        slotOfDemand = Array(repeating: nil, count: problem.demands.count)
        demandOfSlot = Array(repeating: nil, count: problem.slots.count)
        turns = Array(repeating: nil, count: problem.mentors.count * problem.weekCount)
        turnCounts = Array(repeating: 0, count: problem.mentors.count)
        monthCounts = problem.turnsElsewhere
        seatCosts = Array(repeating: problem.nightCost, count: problem.seatCount)
        pain = Array(repeating: 0, count: problem.classes.count)
        for cell in problem.cells {
            for audience in cell.classes { pain[audience] += problem.nightCost }
        }
        work = problem.seatCount + turns.count
        painHistogram = Array(repeating: 0, count: problem.nightCost * problem.weekCount + 1)
        for value in pain { painHistogram[value] += 1 }
        levels = Objective.evaluate(slotOfDemand, of: problem)
        changes = problem.demands.count { $0.previous != nil }
    }

    /// The first audience class with the greatest pain; 0 if there are no classes.
    var suffering: Int { pain.firstIndex(of: levels.painmax) ?? 0 }

    /// Gives a demand a slot instead of the one it has, or none; nothing may stand in the way of the slot.
    mutating func assign(_ slot: Int?, to demand: Int) {
        if let held = slotOfDemand[demand] { withdraw(held, from: demand) }
        if let slot { give(slot, to: demand) }
    }

    private mutating func give(_ slot: Int, to demand: Int) {
        let offer = problem.slots[slot]
        work += Self.assignment
        let turn = problem.demands[demand]
        slotOfDemand[demand] = slot
        demandOfSlot[slot] = demand
        noteChange(of: turn, from: nil, to: slot)
        levels.uncovered -= 1
        levels.preference += offer.preference
        levels.spacing += spacing(around: offer)
        turns[offer.mentor * problem.weekCount + offer.week] = slot
        monthCounts[offer.mentor * problem.monthCount + offer.month] += 1
        changeTurnCount(of: offer.mentor, by: 1)

        let cell = problem.cells[turn.cell]
        work += cell.classes.count
        for (index, audience) in cell.classes.enumerated() {
            let seat = cell.firstSeat + index
            let cost = problem.cost(slot: slot, zone: problem.classes[audience].zone)
            if cost < seatCosts[seat] { changeCost(ofSeat: seat, of: audience, to: cost) }
        }
    }

    private mutating func noteChange(of turn: DenseProblem.Turn, from old: Int?, to new: Int?) {
        let before = Objective.stability(of: old, for: turn, in: problem)
        let after = Objective.stability(of: new, for: turn, in: problem)
        levels.stability += after - before
        changes += min(1, after) - min(1, before)
        levels.beyond = problem.beyond(changes)
    }

    private mutating func withdraw(_ slot: Int, from demand: Int) {
        let offer = problem.slots[slot]
        work += Self.assignment
        let turn = problem.demands[demand]
        slotOfDemand[demand] = nil
        demandOfSlot[slot] = nil
        noteChange(of: turn, from: slot, to: nil)
        levels.uncovered += 1
        levels.preference -= offer.preference
        turns[offer.mentor * problem.weekCount + offer.week] = nil
        levels.spacing -= spacing(around: offer)
        monthCounts[offer.mentor * problem.monthCount + offer.month] -= 1
        changeTurnCount(of: offer.mentor, by: -1)

        let cell = problem.cells[turn.cell]
        work += cell.classes.count
        for (index, audience) in cell.classes.enumerated() {
            let seat = cell.firstSeat + index
            let zone = problem.classes[audience].zone
            guard problem.cost(slot: slot, zone: zone) == seatCosts[seat] else { continue }
            changeCost(ofSeat: seat, of: audience, to: problem.bestCost(in: cell, zone: zone, of: slotOfDemand))
        }
    }

    /// The work of an assignment or withdrawal beside that for the audience.
    private static let assignment = 16

    /// The work done since this was last asked.
    mutating func takeWork() -> Int {
        defer { work = 0 }
        return work
    }

    /// Takes note of slots that were looked at.
    mutating func look(at slots: Int) { work += slots }

    private mutating func changeTurnCount(of mentor: Int, by change: Int) {
        let limits = problem.mentors[mentor]
        let before = turnCounts[mentor]
        let after = before + change
        turnCounts[mentor] = after
        levels.load += limits.load(turns: after) - limits.load(turns: before)
        levels.overload += max(0, after - limits.cap) - max(0, before - limits.cap)
    }

    /// What a turn of the offer's mentor in its week adds to `spacing`, given the mentor's other turns.
    private func spacing(around offer: DenseProblem.Offer) -> Int {
        let preferredGap = problem.mentors[offer.mentor].preferredGap
        var missing = 0
        forEachTurn(of: offer.mentor, within: preferredGap, of: offer.week) { week, _ in
            missing += preferredGap - abs(week - offer.week)
        }
        return missing
    }

    private mutating func changeCost(ofSeat seat: Int, of audience: Int, to cost: Int) {
        let change = cost - seatCosts[seat]
        seatCosts[seat] = cost
        levels.misery += change * problem.headCounts[audience]
        painHistogram[pain[audience]] -= 1
        pain[audience] += change
        painHistogram[pain[audience]] += 1
        levels.painmax = max(levels.painmax, pain[audience])
        while levels.painmax > 0, painHistogram[levels.painmax] == 0 { levels.painmax -= 1 }
    }

    /// Visits a mentor's turns less than `gap` weeks away from a week, by week.
    private func forEachTurn(of mentor: Int, within gap: Int, of week: Int, _ visit: (_ week: Int, _ slot: Int) -> Void)
    {
        let first = max(0, week - gap + 1)
        let last = min(problem.weekCount - 1, week + gap - 1)
        guard first <= last else { return }
        for other in first...last {
            if let slot = turns[mentor * problem.weekCount + other] { visit(other, slot) }
        }
    }

    /// What keeps a slot from being assigned, if anything.
    func obstacle(to slot: Int) -> Obstacle? {
        if let demand = demandOfSlot[slot] { return .taken(by: demand) }
        let offer = problem.slots[slot]
        let limits = problem.mentors[offer.mentor]
        var neighbor: Int?
        forEachTurn(of: offer.mentor, within: limits.minGap, of: offer.week) { _, turn in neighbor = neighbor ?? turn }
        if let neighbor { return .tooClose(to: neighbor, minGap: limits.minGap) }
        if monthCounts[offer.mentor * problem.monthCount + offer.month] >= limits.maxPerMonth {
            return .monthFull(limit: limits.maxPerMonth)
        }
        return nil
    }

    /// The demands that must give up their slots before this one can be assigned: who holds it, the mentor's turns
    /// too close to it and, if the month stays full, the mentor's turns of that month.
    func conflicts(of slot: Int) -> Conflicts {
        let offer = problem.slots[slot]
        let limits = problem.mentors[offer.mentor]
        var conflicts = Conflicts()
        var freedInMonth = 0
        forEachTurn(of: offer.mentor, within: limits.minGap, of: offer.week) { _, turn in
            guard let demand = demandOfSlot[turn] else { return }
            conflicts.blocking.append(demand)
            if problem.slots[turn].month == offer.month { freedInMonth += 1 }
        }
        let held = monthCounts[offer.mentor * problem.monthCount + offer.month] - freedInMonth
        conflicts.surplusInMonth = max(0, held + 1 - limits.maxPerMonth)
        guard conflicts.surplusInMonth > 0 else { return conflicts }
        forEachTurn(of: offer.mentor, within: problem.weekCount, of: offer.week) { _, turn in
            guard problem.slots[turn].month == offer.month, let demand = demandOfSlot[turn],
                !conflicts.blocking.contains(demand)
            else { return }
            conflicts.inFullMonth.append(demand)
        }
        return conflicts
    }
}
