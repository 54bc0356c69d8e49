/// Some mentors of one region share out their turns anew, as well as can be while all others keep theirs.
///
/// A neighbourhood of exponential size searched in polynomial time, by dynamic programming over the group's demands,
/// week by week (Ahuja, Ergun, Orlin and Punnen, *A survey of very large-scale neighborhood search techniques*, 2002).
/// No two of the demands are of one cell, so what the audience pays adds up over them; only `painmax` does not, and
/// counts here as what those pay who suffer most. Whatever is found is therefore kept only if the plan is no worse.
struct Redistribution {
    private(set) var draft: Draft
    private let order: [Level]
    private var generator: SeededGenerator
    /// By demand: what could serve it, by mentor.
    private let offers: [[Int: [Int]]]
    /// By cell: the zones its audience lives in, and how many live there.
    private let heads: [[(zone: Int, count: Int)]]
    private var demandsOfMentor: [[Int]]
    private var search = GroupSearch()

    private static let triesBetweenPauses = 16
    private static let choicesPerBend = 10
    /// How much worse than the plan to begin with another may at first be at the level.
    private static let tolerance = 2
    private static let historyLength = 200

    init(of draft: Draft, by order: [Level], seed: UInt64) {
        self.draft = draft
        self.order = order
        generator = SeededGenerator(seed: seed)
        let problem = draft.problem
        offers = problem.demands.map { demand in
            Dictionary(grouping: demand.pin.map { [$0] } ?? demand.fits) { problem.slots[$0].mentor }
        }
        heads = problem.cells.map { cell in
            var counts: [Int: Int] = [:]
            for audience in cell.classes {
                counts[problem.classes[audience].zone, default: 0] += problem.headCounts[audience]
            }
            return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
        demandsOfMentor = Array(repeating: [], count: problem.mentors.count)
        for (demand, slot) in draft.slotOfDemand.enumerated() {
            if let slot { demandsOfMentor[problem.slots[slot].mentor].append(demand) }
        }
    }

    /// Lets groups of mentors who could take each other's turns share them out anew, by late acceptance; ends with the
    /// best plan met.
    ///
    /// Groups have `groupSize` mentors, at least 2 and at most `GroupSearch.largestGroup`; larger ones take longer. Some
    /// choices are made a unit of the level dearer than they are, so that the search moves on.
    mutating func improve(bending level: Level, groupSize: Int, tries: Int, _ journal: Journal) {
        let problem = draft.problem
        let movable = problem.demands.indices.filter {
            problem.demands[$0].pin == nil && problem.demands[$0].fits.count > 1
        }
        guard !movable.isEmpty else { return }
        var tolerated = draft.levels
        tolerated[level] += Self.tolerance
        var history = [LevelValues](repeating: tolerated, count: Self.historyLength)
        var best = (levels: draft.levels, slotOfDemand: draft.slotOfDemand)
        for number in 0..<tries {
            if number % Self.triesBetweenPauses == 0 {
                journal.pause(levels: best.levels)
                guard !journal.isStopped else { break }
            }
            guard let group = group(of: groupSize, around: movable[generator.index(below: movable.count)]) else {
                continue
            }
            let past = number % history.count
            share(among: group, bending: level, tolerating: history[past])
            let now = draft.levels
            if now.precedes(history[past], by: order) { history[past] = now }
            if now.precedes(best.levels, by: order) { best = (now, draft.slotOfDemand) }
        }
        draft = Draft(problem, slotOfDemand: best.slotOfDemand)
        journal.pause(levels: best.levels)
    }

    /// The mentor who leads at a demand, and some who could.
    private mutating func group(of size: Int, around demand: Int) -> [Int]? {
        let problem = draft.problem
        guard let held = draft.slotOfDemand[demand] else { return nil }
        let fits = problem.demands[demand].fits
        var group = [problem.slots[held].mentor]
        for _ in 0..<2 * size where group.count < size {
            let mentor = problem.slots[fits[generator.index(below: fits.count)]].mentor
            if !group.contains(mentor) { group.append(mentor) }
        }
        return group.count > 1 ? group : nil
    }

    private mutating func share(among group: [Int], bending level: Level, tolerating worst: LevelValues) {
        let problem = draft.problem
        let demands = group.flatMap { demandsOfMentor[$0] }.sorted()
        let limits = group.map { problem.mentors[$0] }
        let suffering = problem.classes.indices.filter { draft.pain[$0] == draft.levels.painmax }
        var turns = demands.map { demand in
            GroupSearch.Turn(
                week: problem.demands[demand].week, choices: choices(for: demand, group, suffering: suffering))
        }
        let prices = prices(of: turns, limits)
        for index in turns.indices {
            for choice in turns[index].choices.indices {
                turns[index].choices[choice].weigh(prices)
                let isBent = generator.index(below: Self.choicesPerBend) == 0
                if isBent { turns[index].choices[choice].cost += prices[level] }
            }
            turns[index].keepCheapest()
        }
        guard let found = search.cheapest(turns, limits, prices, &generator) else { return }
        let before = draft.levels
        let held = demands.map { draft.slotOfDemand[$0] }
        guard found != held else { return }
        replace(demands, by: found)
        guard !before.precedes(draft.levels, by: order) || !worst.precedes(draft.levels, by: order) else {
            replace(demands, by: held)
            return
        }
        for mentor in group { demandsOfMentor[mentor] = [] }
        for (demand, slot) in zip(demands, found) {
            if let slot { demandsOfMentor[problem.slots[slot].mentor].append(demand) }
        }
    }

    private mutating func replace(_ demands: [Int], by slots: [Int?]) {
        let changes = zip(demands, slots).filter { draft.slotOfDemand[$0] != $1 }
        for (demand, _) in changes { draft.assign(nil, to: demand) }
        for (demand, slot) in changes { draft.assign(slot, to: demand) }
    }

    private func choices(for demand: Int, _ group: [Int], suffering: [Int]) -> [GroupSearch.Choice] {
        let problem = draft.problem
        let turn = problem.demands[demand]
        let audience = audience(of: turn.cell, without: demand, suffering: suffering)
        var choices: [GroupSearch.Choice] = []
        for (member, mentor) in group.enumerated() {
            for slot in offers[demand][mentor] ?? [] {
                let offer = problem.slots[slot]
                var levels = LevelValues()
                levels.preference = offer.preference
                levels.stability = Objective.stability(of: slot, for: turn, in: problem)
                for part in audience {
                    let cost = min(part.elsewhere, problem.cost(slot: slot, zone: part.zone))
                    levels.misery += part.heads * cost
                    levels.painmax += part.suffering * cost
                }
                choices.append(.init(member: member, slot: slot, month: offer.month, levels: levels))
            }
        }
        return choices
    }

    /// Those of a cell who have nothing better elsewhere than what costs them something.
    private func audience(of cell: Int, without demand: Int, suffering: [Int]) -> [Audience] {
        let problem = draft.problem
        let others = problem.cells[cell].demands.filter { $0 != demand }.compactMap { draft.slotOfDemand[$0] }
        var parts: [Audience] = []
        for (zone, heads) in heads[cell] {
            var elsewhere = problem.nightCost
            for slot in others { elsewhere = min(elsewhere, problem.cost(slot: slot, zone: zone)) }
            if elsewhere > 0 { parts.append(Audience(zone: zone, elsewhere: elsewhere, heads: heads)) }
        }
        for sufferer in suffering where problem.cells[cell].classes.contains(sorted: sufferer) {
            guard let part = parts.firstIndex(where: { $0.zone == problem.classes[sufferer].zone }) else { continue }
            parts[part].suffering += 1
        }
        return parts
    }

    private struct Audience {
        let zone: Int
        /// What the best of the cell's other sessions costs.
        let elsewhere: Int
        let heads: Int
        /// Classes among them that suffer most.
        var suffering = 0
    }

    /// What a unit of each level is worth: more than all that the group can do at the levels after it.
    ///
    /// Levels at the end of the order that would not fit in an integer are worth nothing.
    private func prices(of turns: [GroupSearch.Turn], _ limits: [DenseProblem.MentorLimits]) -> LevelValues {
        var ranges = LevelValues()
        for turn in turns {
            for level in [Level.misery, .painmax, .stability, .preference] {
                var (least, most) = (Int.max, 0)
                for choice in turn.choices {
                    least = min(least, choice.levels[level])
                    most = max(most, choice.levels[level])
                }
                ranges[level] += max(0, most - least)
            }
        }
        for limit in limits {
            ranges.load += limit.load(turns: turns.count) - limit.load(turns: 0)
            ranges.overload += turns.count
        }
        ranges.spacing = turns.count * (limits.map(\.preferredGap).max() ?? 0)
        var priced: [Level] = []
        var product = 1
        for level in order where level != .uncovered {
            let (next, overflows) = product.multipliedReportingOverflow(by: ranges[level] + 1)
            guard !overflows, next < 1 << 60 else { break }
            product = next
            priced.append(level)
        }
        var prices = LevelValues()
        var price = 1
        for level in priced.reversed() {
            prices[level] = price
            price *= ranges[level] + 1
        }
        return prices
    }
}

extension [Int] {
    /// Whether an ascending list has an element.
    fileprivate func contains(sorted element: Int) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < element { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == element
    }
}
