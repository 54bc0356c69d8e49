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
    /// By demand: what could serve it.
    private let offers: [[Offer]]
    /// By cell: the zones its audience lives in, and how many live there.
    private let heads: [[(zone: Int, count: Int)]]
    private var demandsOfMentor: [[Int]]
    /// Those who have nothing better elsewhere, of the cell looked at; kept so that its memory is used again.
    private var audience: [Audience] = []
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
            (demand.pin.map { [$0] } ?? demand.fits).map { Offer(slot: $0, for: demand, in: problem) }
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
            journal.spend(draft.takeWork() + search.takeWork())
            guard !journal.isStopped else { break }
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
        var turns: [GroupSearch.Turn] = []
        turns.reserveCapacity(demands.count)
        for demand in demands {
            turns.append(.init(week: problem.demands[demand].week, choices: choices(for: demand, group)))
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

    private mutating func choices(for demand: Int, _ group: [Int]) -> [GroupSearch.Choice] {
        let problem = draft.problem
        gatherAudience(of: problem.demands[demand].cell, without: demand)
        draft.look(at: offers[demand].count * group.count)
        var choices: [GroupSearch.Choice] = []
        choices.reserveCapacity(offers[demand].count)
        for member in group.indices {
            for offer in offers[demand] where offer.mentor == group[member] {
                var choice = GroupSearch.Choice(
                    member: member, slot: offer.slot, month: offer.month,
                    mostInMonth: problem.mostTurns(of: offer.mentor, in: offer.month), stability: offer.stability,
                    preference: offer.preference)
                draft.look(at: audience.count)
                for part in audience {
                    let cost = min(part.elsewhere, problem.cost(slot: offer.slot, zone: part.zone))
                    choice.misery += part.heads * cost
                    choice.painmax += part.suffering * cost
                }
                choices.append(choice)
            }
        }
        return choices
    }

    /// Finds those of a cell who have nothing better elsewhere than what costs them something.
    private mutating func gatherAudience(of index: Int, without demand: Int) {
        let problem = draft.problem
        let cell = problem.cells[index]
        audience.removeAll(keepingCapacity: true)
        for (zone, heads) in heads[index] {
            var elsewhere = problem.nightCost
            for other in cell.demands where other != demand {
                guard let slot = draft.slotOfDemand[other] else { continue }
                elsewhere = min(elsewhere, problem.cost(slot: slot, zone: zone))
            }
            if elsewhere > 0 { audience.append(Audience(zone: zone, elsewhere: elsewhere, heads: heads)) }
        }
        guard !audience.isEmpty else { return }
        for sufferer in cell.classes where draft.pain[sufferer] == draft.levels.painmax {
            let zone = problem.classes[sufferer].zone
            guard let part = audience.firstIndex(where: { $0.zone == zone }) else { continue }
            audience[part].suffering += 1
        }
    }

    /// A slot that could serve a demand, with what choices made of it have in common.
    private struct Offer {
        let slot: Int
        let mentor: Int
        let month: Int
        let stability: Int
        let preference: Int

        init(slot: Int, for demand: DenseProblem.Turn, in problem: DenseProblem) {
            self.slot = slot
            mentor = problem.slots[slot].mentor
            month = problem.slots[slot].month
            stability = Objective.stability(of: slot, for: demand, in: problem)
            preference = problem.slots[slot].preference
        }
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
            ranges.misery += turn.range { $0.misery }
            ranges.painmax += turn.range { $0.painmax }
            ranges.stability += turn.range { $0.stability }
            ranges.preference += turn.range { $0.preference }
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
