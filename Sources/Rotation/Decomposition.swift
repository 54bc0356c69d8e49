/// The problem taken apart: the turns of each mentor by themselves, the sessions of each cell by themselves.
///
/// A mentor's turns are a path, a cell's sessions a small enumeration. What joins them are the *ties*: for a demand and
/// a kind of session, the mentors' turns of this kind must be as many as the cell holds. Candidates of one demand that
/// the cell's audience cannot tell apart share a tie. Pricing the ties instead of enforcing them is the Lagrangian
/// decomposition of Guignard and Kim (1987).
final class Decomposition: Sendable {
    let problem: DenseProblem
    /// By mentor, week, month, demand and slot.
    let candidates: [Candidate]
    /// One for each mentor.
    let timelines: [Timeline]
    /// The candidates of each mentor's each occasion.
    let occasions: [Range<Int>]
    let cells: [CellTable]
    let demandOfTie: [Int]
    /// By candidate, for speed beside `candidates`.
    let tieOfCandidate: [Int]
    /// The cell table of each demand.
    let cellOfDemand: [Int]
    /// What leaving each demand open adds to `stability`.
    let stabilityWhenOpen: [Int]
    /// The candidates of each demand.
    let candidatesOfDemand: [[Int]]
    /// The costs of candidates for the zones of their cells, see `Candidate.ownCosts`.
    let ownCosts: [Int]

    var tieCount: Int { demandOfTie.count }

    /// The candidates and combinations of sessions that a step of the relaxation looks at.
    let work: Int

    init(_ problem: DenseProblem) {
        self.problem = problem
        let pinned = Draft(problem)
        let fits = problem.demands.map { demand in
            demand.pin.map { [$0] } ?? demand.fits.filter { pinned.obstacle(to: $0) == nil }
        }
        var builder = TieBuilder(problem, fits: fits)
        cells = problem.cells.flatMap { builder.tables(of: $0) }
        demandOfTie = builder.demandOfTie
        var cellOfDemand = [Int](repeating: 0, count: problem.demands.count)
        for (index, cell) in cells.enumerated() {
            for option in cell.options { cellOfDemand[option.demand] = index }
        }
        self.cellOfDemand = cellOfDemand
        stabilityWhenOpen = problem.demands.map { Objective.stability(of: nil, for: $0, in: problem) }
        ownCosts = builder.ownCosts
        candidates = builder.candidates.sorted { left, right in
            let (a, b) = (problem.slots[left.slot], problem.slots[right.slot])
            return (a.mentor, a.week, a.month, left.demand, left.slot)
                < (b.mentor, b.week, b.month, right.demand, right.slot)
        }
        tieOfCandidate = candidates.map(\.tie)
        var candidatesOfDemand = [[Int]](repeating: [], count: problem.demands.count)
        for (index, candidate) in candidates.enumerated() { candidatesOfDemand[candidate.demand].append(index) }
        self.candidatesOfDemand = candidatesOfDemand
        work = candidates.count + cells.reduce(0) { $0 + $1.kinds.count + $1.attendances.count }
        timelines = Self.timelines(of: problem, candidates)
        occasions = timelines.flatMap { $0.occasions.map(\.candidates) }
    }

    private static func timelines(of problem: DenseProblem, _ candidates: [Candidate]) -> [Timeline] {
        var takenInMonth = problem.turnsElsewhere
        for demand in problem.demands {
            guard let pin = demand.pin else { continue }
            takenInMonth[problem.slots[pin].mentor * problem.monthCount + problem.slots[pin].month] += 1
        }
        var next = 0
        var firstOccasion = 0
        return problem.mentors.indices.map { mentor in
            var occasions: [Timeline.Occasion] = []
            while next < candidates.count, candidates[next].mentor == mentor {
                let first = next
                let offer = problem.slots[candidates[first].slot]
                while next < candidates.count, candidates[next].mentor == mentor,
                    problem.slots[candidates[next].slot].week == offer.week,
                    problem.slots[candidates[next].slot].month == offer.month
                {
                    next += 1
                }
                let taken = takenInMonth[mentor * problem.monthCount + offer.month]
                occasions.append(
                    Timeline.Occasion(
                        week: offer.week, month: offer.month, candidates: first..<next,
                        isPinned: problem.demands[candidates[first].demand].pin != nil,
                        limit: problem.mentors[mentor].maxPerMonth - taken))
            }
            defer { firstOccasion += occasions.count }
            return Timeline(occasions, from: firstOccasion, limits: problem.mentors[mentor])
        }
    }
}

/// Makes the candidates and ties of one cell after another.
private struct TieBuilder {
    let problem: DenseProblem
    let fits: [[Int]]
    var candidates: [Candidate] = []
    var demandOfTie: [Int] = []
    var ownCosts: [Int] = []

    /// Cells with more combinations of sessions than this are priced as if their demands had nothing in common.
    private static let mostCombinations = 10_000

    init(_ problem: DenseProblem, fits: [[Int]]) {
        self.problem = problem
        self.fits = fits
    }

    mutating func tables(of cell: DenseProblem.Cell) -> [CellTable] {
        let zones = Set(cell.classes.map { problem.classes[$0].zone }).sorted()
        let positions = Dictionary(uniqueKeysWithValues: zones.enumerated().map { ($1, $0) })
        var heads = [Int](repeating: 0, count: zones.count)
        let attendances = cell.classes.map { audience in
            let zone = positions[problem.classes[audience].zone, default: 0]
            heads[zone] += problem.headCounts[audience]
            return CellTable.Attendance(audience: audience, zone: zone)
        }
        let slotCosts = cell.demands.map { demand in
            fits[demand].map { slot in zones.map { problem.cost(slot: slot, zone: $0) } }
        }
        if cell.demands.count == 1 {
            // The session held is the audience's only one, so what it costs can count with the candidate.
            let option = addDemand(cell.demands[0], costs: slotCosts[0])
            return [
                CellTable(
                    options: [option], attendances: attendances, heads: heads, tieCosts: [zones.map { _ in 0 }],
                    nightCost: problem.nightCost)
            ]
        }
        let kinds = slotCosts.map { Array(Set($0)).sorted { $0.lexicographicallyPrecedes($1) } }
        let combinations = kinds.reduce(1) { min($0 * ($1.count + 1), Self.mostCombinations + 1) }
        if combinations <= Self.mostCombinations {
            let options = zip(cell.demands, zip(slotCosts, kinds)).map { addDemand($0, costs: $1.0, kinds: $1.1) }
            return [
                CellTable(
                    options: options, attendances: attendances, heads: heads, tieCosts: kinds.flatMap { $0 },
                    nightCost: problem.nightCost)
            ]
        }
        // Everybody is taken to attend the best session on offer.
        let best = zones.indices.map { zone in
            slotCosts.joined().map { $0[zone] }.min().map { min($0, problem.nightCost) } ?? problem.nightCost
        }
        return [CellTable(attendances: attendances, heads: heads, costs: best)]
            + cell.demands.map { demand in
                let option = addDemand(demand, costs: fits[demand].map { _ in [] })
                return CellTable(options: [option], attendances: [], heads: [], tieCosts: [[]], nightCost: 0)
            }
    }

    /// Adds a demand with one tie, whose candidates bear their own costs.
    private mutating func addDemand(_ demand: Int, costs: [[Int]]) -> CellTable.Options {
        let tie = demandOfTie.count
        demandOfTie.append(demand)
        for (slot, slotCosts) in zip(fits[demand], costs) {
            append(slot, to: demand, tie: tie, ownCosts: ownCosts.count)
            ownCosts += slotCosts
        }
        return .init(demand: demand, ties: tie..<tie + 1)
    }

    /// Adds a demand with one tie for each kind of session.
    private mutating func addDemand(_ demand: Int, costs: [[Int]], kinds: [[Int]]) -> CellTable.Options {
        let first = demandOfTie.count
        demandOfTie += kinds.map { _ in demand }
        for (slot, slotCosts) in zip(fits[demand], costs) {
            append(slot, to: demand, tie: first + (kinds.firstIndex(of: slotCosts) ?? 0), ownCosts: nil)
        }
        return .init(demand: demand, ties: first..<demandOfTie.count)
    }

    private mutating func append(_ slot: Int, to demand: Int, tie: Int, ownCosts: Int?) {
        candidates.append(
            Candidate(
                demand: demand, slot: slot, mentor: problem.slots[slot].mentor, tie: tie,
                preference: problem.slots[slot].preference,
                stability: Objective.stability(of: slot, for: problem.demands[demand], in: problem),
                ownCosts: ownCosts))
    }
}
