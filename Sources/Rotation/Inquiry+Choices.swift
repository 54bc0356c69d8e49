extension Inquiry {
    /// A slot of the mentor asked about, and what is known of the plans with it before one is sought.
    private struct Choice {
        let slot: Int
        /// No plan with it is better than this.
        let floor: Proof.Floor?
        /// What can stay of the plan beside it, and for the rest what was free.
        let draft: Draft
    }

    /// More choices than this of one mentor are not planned around; bounds have to refute the others.
    private static let mostChoices = 4

    /// The best counterplan found with any of some slots, the most promising being planned around first; a loss counts as
    /// proved only if it is for all.
    func weigh(_ slots: [Int], for demand: Int, _ present: Draft, _ effort: Effort) -> Objection.Ground {
        var choices: [Choice] = []
        for slot in slots where !journal.isStopped { choices.append(choice(of: slot, for: demand)) }
        choices.sort(by: isMorePromising)
        var best: (slot: Int, draft: Draft)?
        var isProved = choices.count == slots.count
        for (index, choice) in choices.enumerated() where best.map({ mayBeat($0.draft.levels, choice) }) ?? true {
            guard index < Self.mostChoices, let found = plan(around: choice, effort) else {
                isProved = false
                break
            }
            let (draft, isRefuted) = settled(found, choice, for: demand)
            isProved = isProved && isRefuted
            if best.map({ draft.levels.precedes($0.draft.levels, by: problem.levels) }) ?? true {
                best = (choice.slot, draft)
            }
        }
        guard let best else { return .notLookedAt }
        let barrier = present.obstacle(to: best.slot).map(problem.barrier)
        return .weighed(counterplan(with: best.slot, best.draft, barrier: barrier, isProved: isProved))
    }

    /// A plan with a slot, and how it compares with the plan to be explained.
    func counterplan(
        with slot: Int, _ draft: Draft, barrier: Reason.Barrier?, isProved: Bool = false
    ) -> Counterplan {
        let level = draft.levels.firstDifference(from: levels, by: problem.levels)
        let verdict = level.map { level -> Counterplan.Verdict in
            let change = draft.levels[level] - levels[level]
            return change > 0 ? .worse(level, by: change, isProved: isProved) : .better(level, by: -change)
        }
        return Counterplan(
            slot: problem.slots[slot].id, barrier: barrier, plan: Plan(draft.slotOfDemand, of: problem),
            verdict: verdict ?? .tie)
    }

    /// Begins a plan with a slot by what can stay of the plan beside it.
    private func choice(of slot: Int, for demand: Int) -> Choice {
        var draft = Draft(DenseProblem(search, pinning: slot, to: demand))
        for (demand, slot) in slotOfDemand.enumerated() where draft.slotOfDemand[demand] == nil {
            if let slot, draft.obstacle(to: slot) == nil { draft.assign(slot, to: demand) }
        }
        draft.cover(by: problem.levels, journal)
        journal.step(draft.takeWork())
        return Choice(slot: slot, floor: proof?.floor(under: slot, for: demand), draft: draft)
    }

    private func isMorePromising(_ one: Choice, _ other: Choice) -> Bool {
        let (a, b) = (position(of: one.floor), position(of: other.floor))
        if a != b { return a > b }
        let (least, otherLeast) = (one.floor?.value ?? 0, other.floor?.value ?? 0)
        return least == otherLeast
            ? one.draft.levels.precedes(other.draft.levels, by: problem.levels) : least < otherLeast
    }

    private func position(of floor: Proof.Floor?) -> Int {
        floor.flatMap { problem.levels.firstIndex(of: $0.level) } ?? problem.levels.count
    }

    /// Whether a plan with a choice may compare better than one that was found; nobody asks by how much plans are better.
    private func mayBeat(_ found: LevelValues, _ choice: Choice) -> Bool {
        guard let level = found.firstDifference(from: levels, by: problem.levels), found[level] > levels[level] else {
            return false
        }
        guard let floor = choice.floor else { return true }
        if floor.level == level { return floor.value < found[level] }
        return problem.levels.prefix { $0 != floor.level }.contains(level)
    }

    /// A good plan with a choice; nil if the effort was spent before there was one.
    private func plan(around choice: Choice, _ effort: Effort) -> Draft? {
        let isBest = proof?.isOptimal ?? false
        var draft = choice.draft
        draft.improve(by: problem.levels, effort: effort, journal) { values in
            values.firstDifference(from: levels, by: problem.levels) == nil ? isBest : isLeast(values, choice.floor)
        }
        let isSettled = { (values: LevelValues) in
            values.firstDifference(from: levels, by: problem.levels) == nil || isLeast(values, choice.floor)
        }
        if !isSettled(draft.levels) { draft.descend(by: problem.levels, journal) }
        return journal.isStopped && !isSettled(draft.levels) ? nil : draft
    }

    /// Whether a plan with a choice loses no more than the floor under all such plans asks for.
    private func isLeast(_ values: LevelValues, _ floor: Proof.Floor?) -> Bool {
        guard let floor else { return false }
        return values.firstDifference(from: levels, by: problem.levels) == floor.level
            && values[floor.level] <= floor.value
    }

    /// Looks for a plan with a choice that loses nothing where the one found does, as long as there is one; whether it is
    /// proved that every plan with it loses there or before.
    private func settled(_ found: Draft, _ choice: Choice, for demand: Int) -> (draft: Draft, isRefuted: Bool) {
        var found = found
        while let level = found.levels.firstDifference(from: levels, by: problem.levels),
            found.levels[level] > levels[level]
        {
            guard let proof, search.demands[demand].pin == nil else { return (found, false) }
            if isLeast(found.levels, choice.floor) { return (found, proof.isOptimal(before: level)) }
            let answer = proof.plan(with: choice.slot, for: demand, asGoodAt: level, beating: found.levels)
            if let plan = answer.plan { found = Draft(search, slotOfDemand: plan) }
            guard found.levels[level] <= levels[level] else {
                return (found, answer.isRefuted && proof.isOptimal(before: level))
            }
        }
        return (found, false)
    }
}
