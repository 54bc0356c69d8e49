/// The Lagrangian relaxation: mentors and cells each do what is cheapest for them at given prices.
///
/// The sum of what they pay is a lower bound of what any plan would pay, and a plan pays its levels' weights.
struct Relaxation {
    let decomposition: Decomposition
    private(set) var domain: Domain
    /// What mentors and cells agree on is paid by one to the other: by tie.
    var tiePrices: [Int]
    private(set) var weights: Weights

    /// What is paid altogether.
    private(set) var cost = 0
    /// Whether some demand can neither be served nor stay open.
    private(set) var isInfeasible = false
    /// The levels of what was chosen, `painmax` left out.
    private(set) var levels = LevelValues()
    /// The changed turns of what was chosen.
    private(set) var changes = 0
    /// By class: the pain of what was chosen.
    private(set) var pains: [Int]
    /// By tie: how many sessions the cells chose less the mentors' turns.
    private(set) var excess: [Int]
    /// The candidates that the mentors chose.
    private(set) var turns: [Int] = []

    /// By candidate: what it costs by its own levels and pains.
    private var candidateCosts: [Int]
    /// By cell.
    private(set) var audienceCosts: [CellTable.AudienceCosts]
    private var zoneWeights: [[Int]]
    /// By cell: what it chose the last time.
    private var combinations: [Int]
    /// By mentor: the cost of each number of turns.
    private(set) var endCosts: [[Int]]
    private var overloadLimit = Int.max
    /// The work of letting everybody choose, see `Effort.limit`.
    private(set) var work = 0
    private var isWeighed = false
    private var requiredCount: Int
    /// By tie: how many of its candidates are possible.
    private var choices: [Int]
    /// What a turn costs, with the cheapest candidate: by the positions of `Decomposition.occasions`.
    private(set) var occasionCosts: [Int]
    private(set) var optionPrices: [Int] = []
    private var rowPrices: [Int] = []
    private var found: [ShortestPath.Turn] = []
    var path = ShortestPath()

    init(_ decomposition: Decomposition) {
        self.decomposition = decomposition
        domain = Domain(decomposition)
        weights = Weights(decomposition)
        tiePrices = Array(repeating: 0, count: decomposition.tieCount)
        pains = Array(repeating: 0, count: decomposition.problem.classes.count)
        excess = Array(repeating: 0, count: decomposition.tieCount)
        candidateCosts = Array(repeating: 0, count: decomposition.candidates.count)
        audienceCosts = decomposition.cells.map(\.noCosts)
        combinations = decomposition.cells.map { _ in 0 }
        zoneWeights = decomposition.cells.map { Array(repeating: 0, count: $0.zoneCount) }
        endCosts = decomposition.timelines.map { _ in [0] }
        occasionCosts = Array(repeating: 0, count: decomposition.occasions.count)
        requiredCount = domain.isRequired.count { $0 }
        choices = Array(repeating: 0, count: decomposition.tieCount)
        for candidate in decomposition.candidates { choices[candidate.tie] += 1 }
    }

    /// Whether mentors and cells agree, so that the turns are a plan.
    var isAgreed: Bool { !isInfeasible && excess.allSatisfy { $0 == 0 } }

    /// The candidates that must be taken.
    var required: [Int] { domain.isRequired.indices.filter { domain.isRequired[$0] } }

    // MARK: Weights and domain

    /// Changes the weights; at most `overload` turns beyond a cap are considered.
    mutating func weigh(_ weights: Weights, overload: Int) {
        let old = self.weights
        let isFirst = !isWeighed
        self.weights = weights
        isWeighed = true
        let audienceChanges = weights.levels.misery != old.levels.misery || weights.pains != old.pains
        if audienceChanges || isFirst { weighAudience() }
        if audienceChanges || isFirst || weights.levels.preference != old.levels.preference
            || weights.levels.stability != old.levels.stability || weights.changes != old.changes
        {
            weighCandidates()
        }
        if isFirst || weights.levels.load != old.levels.load || weights.levels.overload != old.levels.overload
            || overload != overloadLimit
        {
            overloadLimit = overload
            weighCounts()
        }
    }

    private mutating func weighAudience() {
        for (index, cell) in decomposition.cells.enumerated() where cell.zoneCount > 0 {
            for zone in 0..<cell.zoneCount { zoneWeights[index][zone] = weights.levels.misery * cell.heads[zone] }
            for attendance in cell.attendances {
                zoneWeights[index][attendance.zone] += weights.pains[attendance.audience]
            }
            var costs = cell.miseries.map { weights.levels.misery * $0 }
            for attendance in cell.attendances where weights.pains[attendance.audience] != 0 {
                for kind in 0..<cell.kindCount {
                    costs[kind] +=
                        weights.pains[attendance.audience] * cell.costs[kind * cell.zoneCount + attendance.zone]
                }
            }
            audienceCosts[index].ofKind = costs
            cell.updateRows(of: &audienceCosts[index])
        }
    }

    private mutating func weighCandidates() {
        for (index, candidate) in decomposition.candidates.enumerated() {
            var cost =
                candidate.preference * weights.levels.preference + candidate.stability * weights.levels.stability
                + candidate.changes * weights.changes
            if let first = candidate.ownCosts {
                let cell = decomposition.cellOfDemand[candidate.demand]
                for zone in zoneWeights[cell].indices {
                    cost += zoneWeights[cell][zone] * decomposition.ownCosts[first + zone]
                }
            }
            candidateCosts[index] = cost
        }
    }

    private mutating func weighCounts() {
        work = decomposition.work
        for (mentor, timeline) in decomposition.timelines.enumerated() {
            let limits = decomposition.problem.mentors[mentor]
            let most = min(timeline.mostTurns, overloadLimit == .max ? .max : limits.cap + overloadLimit)
            let counts = weights.levels.overload != 0 || weights.levels.load != 0 || most < timeline.mostTurns
            endCosts[mentor].removeAll(keepingCapacity: true)
            for turns in 0...(counts ? most : 0) {
                endCosts[mentor].append(
                    weights.levels.overload * max(0, turns - limits.cap)
                        + (counts ? weights.levels.load * limits.load(turns: turns) : 0))
            }
            work += timeline.size * endCosts[mentor].count
        }
    }

    mutating func exclude(_ candidate: Int) {
        guard domain.isPossible[candidate] else { return }
        domain.isPossible[candidate] = false
        choices[decomposition.candidates[candidate].tie] -= 1
    }

    mutating func require(_ candidate: Int) {
        let demand = decomposition.candidates[candidate].demand
        domain.mayBeOpen[demand] = false
        if !domain.isRequired[candidate] { requiredCount += 1 }
        domain.isRequired[candidate] = true
        for other in decomposition.candidatesOfDemand[demand] where other != candidate { exclude(other) }
        let mentor = decomposition.candidates[candidate].mentor
        let week = decomposition.problem.demands[demand].week
        let minGap = decomposition.problem.mentors[mentor].minGap
        for occasion in decomposition.timelines[mentor].occasions where abs(occasion.week - week) < minGap {
            for other in occasion.candidates where other != candidate { exclude(other) }
        }
    }

    mutating func forbidOpen(_ demand: Int) {
        domain.mayBeOpen[demand] = false
    }

    // MARK: Evaluation

    /// Lets everybody choose.
    mutating func evaluate() {
        cost = 0
        isInfeasible = false
        levels = LevelValues()
        changes = 0
        for index in pains.indices { pains[index] = 0 }
        for index in excess.indices { excess[index] = 0 }
        turns.removeAll(keepingCapacity: true)
        for index in decomposition.cells.indices {
            chooseSessions(in: index)
            guard !isInfeasible else {
                cost = ShortestPath.infinity
                return
            }
        }
        priceOccasions()
        cost += Weights.reward * requiredCount
        for mentor in decomposition.timelines.indices { chooseTurns(of: mentor) }
    }

    private mutating func chooseSessions(in index: Int) {
        let cell = decomposition.cells[index]
        price(cell)
        let best = cell.cheapest(
            audienceCosts[index], prices: optionPrices, guess: combinations[index], rowPrices: &rowPrices)
        combinations[index] = best.combination
        isInfeasible = best.cost >= ShortestPath.infinity / 2
        guard !isInfeasible else { return }
        cost += best.cost
        cell.forEachChoice(in: best.combination) { option, choice in
            if choice < option.ties.count {
                excess[option.ties.lowerBound + choice] += 1
            } else {
                levels.uncovered += 1
                levels.stability += decomposition.stabilityWhenOpen[option.demand]
                changes += min(1, decomposition.stabilityWhenOpen[option.demand])
            }
        }
        let kind = Int(cell.kinds[best.combination])
        levels.misery += cell.miseries[kind]
        let first = kind * cell.zoneCount
        var pains = pains.mutableSpan
        for attendance in cell.attendances { pains[attendance.audience] += cell.costs[first + attendance.zone] }
    }

    mutating func price(_ cell: CellTable) {
        optionPrices.removeAll(keepingCapacity: true)
        for option in cell.options {
            for tie in option.ties {
                optionPrices.append(choices[tie] > 0 ? tiePrices[tie] : ShortestPath.infinity)
            }
            optionPrices.append(
                domain.mayBeOpen[option.demand]
                    ? weights.levels.uncovered + weights.levels.stability
                        * decomposition.stabilityWhenOpen[option.demand]
                        + weights.changes * min(1, decomposition.stabilityWhenOpen[option.demand])
                    : ShortestPath.infinity)
        }
    }

    private mutating func chooseTurns(of mentor: Int) {
        let timeline = decomposition.timelines[mentor]
        let spacingCost = weights.levels.spacing
        cost += path.solve(timeline, costs: occasionCosts, endCosts: endCosts[mentor], spacingCost: spacingCost)
        found.removeAll(keepingCapacity: true)
        path.appendTurns(
            of: timeline, costs: occasionCosts, endCosts: endCosts[mentor], spacingCost: spacingCost, to: &found)
        for turn in found {
            guard let position = cheapestCandidate(of: timeline.firstOccasion + turn.occasion) else { continue }
            let candidate = decomposition.candidates[position]
            turns.append(position)
            excess[candidate.tie] -= 1
            levels.preference += candidate.preference
            levels.stability += candidate.stability
            changes += candidate.changes
            levels.spacing += turn.missingWeeks
            guard let first = candidate.ownCosts else { continue }
            let cell = decomposition.cells[decomposition.cellOfDemand[candidate.demand]]
            for zone in 0..<cell.zoneCount {
                levels.misery += cell.heads[zone] * decomposition.ownCosts[first + zone]
            }
            for attendance in cell.attendances {
                pains[attendance.audience] += decomposition.ownCosts[first + attendance.zone]
            }
        }
        let limits = decomposition.problem.mentors[mentor]
        levels.overload += max(0, found.count - limits.cap)
        levels.load += limits.load(turns: found.count)
    }

    /// Finds the cost of the cheapest candidate of every mentor's every occasion.
    mutating func priceOccasions() {
        let (candidateCosts, tiePrices, ties) = (candidateCosts, tiePrices, decomposition.tieOfCandidate)
        let (isPossible, isRequired, occasions) = (domain.isPossible, domain.isRequired, decomposition.occasions)
        var costs = occasionCosts.mutableSpan
        for index in occasions.indices {
            var least = ShortestPath.infinity
            for candidate in occasions[index] where isPossible[candidate] {
                let reward = isRequired[candidate] ? Weights.reward : 0
                least = min(least, candidateCosts[candidate] - tiePrices[ties[candidate]] - reward)
            }
            costs[index] = least
        }
    }

    /// The first of the candidates that an occasion's cost is that of.
    private func cheapestCandidate(of occasion: Int) -> Int? {
        decomposition.occasions[occasion].first {
            domain.isPossible[$0] && cost(of: $0) == occasionCosts[occasion]
        }
    }

    func cost(of candidate: Int) -> Int {
        candidateCosts[candidate] - tiePrices[decomposition.tieOfCandidate[candidate]]
            - (domain.isRequired[candidate] ? Weights.reward : 0)
    }
}
