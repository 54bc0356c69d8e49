/// Finds prices that make the relaxation's cost, hence the bound of a level, large.
///
/// Subgradient steps with momentum, in fixed point, of Polyak's length (*Minimization of unsmooth functionals*, 1969)
/// towards a target that comes nearer when the bound stays. The levels before are held at their values by charging,
/// besides, a multiple of the prices that bounded each of them: what those charge beyond the level's value tells how
/// far a choice strays from it.
struct DualAscent {
    let level: Level
    /// The levels before, whose values are held.
    let held: ArraySlice<Level>
    /// The levels of the best plan known.
    private(set) var values: LevelValues
    /// The value of the level that is to be shown impossible.
    var goal: Int
    private(set) var relaxation: Relaxation
    /// The greatest bound found, in parts of the level's unit, see `unitBits`.
    private(set) var bound = Int.min
    /// By candidate: the share of recent steps in which its mentor chose it, of 2^16.
    private(set) var usage: [Int]
    /// By tie: how much oftener cells chose it than mentors in recent steps, of 2^16.
    private(set) var imbalance: [Int]

    /// One unit of the level is two to the power of this.
    ///
    /// Of what everybody's hours cost, each head counts for as much less as there are more of them: a thousand times the people
    /// in the same zones are the same problem, and would else need prices beyond what is charged at most.
    let unitBits: Int

    private let anchors: [LevelPrices]
    /// The class by whose pain alone `painmax` is bounded.
    private let suffering: Int
    private var point: Point
    private var best: Point
    /// Where the steps lead, in units of 2^-8: by tie, then by anchor.
    private var direction: [Int]
    /// How far above the bound the present steps aim, in units.
    private var ambition: Int
    private var stepsSinceGain = 0

    /// Where the ascent is.
    private struct Point {
        /// By anchor, in units: how many times its prices are charged.
        var multiples: [Int]
        /// By tie: what is charged besides.
        var ties: [Int]
    }

    /// Of 2^8.
    private static let momentum = 230
    private static let patience = 40
    /// In units; with `Weights.greatestPrice` it keeps products within an integer.
    private static let greatestMultiple = 1 << 30
    /// The target may be this near to the bound before the ascent counts as exhausted.
    private var leastAmbition: Int { unit / 64 }
    private var unit: Int { 1 << unitBits }

    /// An ascent from the prices that bounded the level before.
    ///
    /// `suffering` is the audience class with the greatest pain, and `anchors` are the prices that bounded those of
    /// the levels before whose values are not 0.
    init(
        _ level: Level, of order: [Level], values: LevelValues, suffering: Int, anchors: [LevelPrices],
        relaxation: Relaxation
    ) {
        self.level = level
        self.values = values
        self.suffering = suffering
        self.anchors = anchors
        self.relaxation = relaxation
        unitBits = Weights.unitBits - (level == .misery ? relaxation.decomposition.problem.bitsOfCrowd : 0)
        held = order.prefix { $0 != level }
        goal = values[level] - 1
        ambition = values[level] << unitBits
        let ties = relaxation.tiePrices.count
        point = Point(
            multiples: anchors.indices.map { $0 == anchors.count - 1 ? Weights.unit : 0 },
            ties: Array(repeating: 0, count: ties))
        best = point
        direction = Array(repeating: 0, count: ties + anchors.count)
        usage = Array(repeating: 0, count: relaxation.decomposition.candidates.count)
        imbalance = Array(repeating: 0, count: ties)
    }

    /// The smallest value that the bound leaves possible.
    var leastValue: Int { bound == .min ? 0 : max(0, (bound + unit - 1) >> unitBits) }

    /// Whether further steps promise little.
    var isExhausted: Bool { ambition <= leastAmbition }

    /// Whether steps aim at a bound that leaves less possible than the present one.
    var mayGain: Bool { bound == .min || !isExhausted && bound + ambition > unit * leastValue }

    /// The prices of the greatest bound.
    var bestPrices: LevelPrices { prices(at: best) }

    /// Whether a plan's levels before this one are those held.
    func holds(_ values: LevelValues) -> Bool { held.allSatisfy { values[$0] == self.values[$0] } }

    /// Takes note of a better plan, the levels before being the same.
    mutating func adopt(_ values: LevelValues) {
        self.values = values
        goal = values[level] - 1
    }

    /// Steps until the goal is shown impossible, nothing more can be gained, or so many were made; how many were.
    mutating func climb(atMost limit: Int, _ journal: Journal? = nil) -> Int {
        climb(atMost: limit, journal) { $0.mayGain }
    }

    /// Climbs again, to the last, after the goal has changed; how many steps were made.
    mutating func resume(atMost limit: Int, _ journal: Journal? = nil) -> Int {
        ambition = max(unit, (unit * (goal + 1) - bound) / 2)
        stepsSinceGain = 0
        return climb(atMost: limit, journal) { !$0.isExhausted }
    }

    private mutating func climb(atMost limit: Int, _ journal: Journal?, while goesOn: (Self) -> Bool) -> Int {
        var steps = 0
        while steps < limit, leastValue <= goal, goesOn(self), journal?.isStopped != true {
            step()
            journal?.step(relaxation.work)
            steps += 1
        }
        return steps
    }

    /// Steps on, from a bound that proves the goal impossible, towards the value that makes the prices exact.
    mutating func sharpen(atMost limit: Int, _ journal: Journal? = nil) {
        ambition = unit
        stepsSinceGain = 0
        let exact = unit * (goal + 1) - leastAmbition
        for _ in 0..<limit where bound < exact && !isExhausted && journal?.isStopped != true {
            step()
            journal?.step(relaxation.work)
        }
    }

    /// Begins anew at the best prices, for a domain that has become smaller.
    mutating func restart() {
        bound = .min
        point = best
        ambition = max(unit / 4, ambition)
        stepsSinceGain = 0
        for index in direction.indices { direction[index] = 0 }
    }

    /// One step; afterwards the relaxation shows what was chosen before it.
    mutating func step() {
        let value = evaluate(at: point)
        remember()
        if value > bound {
            if bound != .min, value - bound > ambition / 8 { ambition = ambition * 5 / 4 }
            bound = value
            best = point
            stepsSinceGain = 0
        } else {
            stepsSinceGain += 1
        }
        guard !relaxation.isInfeasible else { return }
        if stepsSinceGain >= Self.patience {
            stepsSinceGain = 0
            ambition = max(leastAmbition, min(ambition, unit * (goal + 1) - bound) * 3 / 4)
        }
        turn()
        let norm = direction.reduce(0) { $0 + $1 * $1 }
        let target = min(bound + ambition, unit * (goal + 1) + leastAmbition)
        let length = min(max(0, target - value), 1 << 36) << 8
        guard norm > 0, length > 0 else { return }
        let (ties, direction) = (point.ties.count, direction)
        // No span here: with one over the ties, optimized code of Swift 6.3.1 writes the multiples into `best`, too.
        for index in 0..<ties where direction[index] != 0 {
            point.ties[index] = (point.ties[index] + length * direction[index] / norm)
                .limited(to: Weights.greatestPrice)
        }
        for index in anchors.indices {
            let multiple = point.multiples[index]
            let change = (length * direction[ties + index] / norm).limited(to: multiple / 16 + Weights.unit / 16)
            point.multiples[index] = min(max(0, multiple + change), Self.greatestMultiple)
        }
    }

    /// Turns the direction towards where the present choice disagrees.
    private mutating func turn() {
        let ties = point.ties.count
        for index in 0..<ties {
            direction[index] =
                relaxation.excess[index].limited(to: 8) << 8 + (direction[index] * Self.momentum) >> 8
        }
        for (index, anchor) in anchors.enumerated() {
            let excess = anchor.excess(of: relaxation, over: values) >> (Weights.unitBits - 8)
            direction[ties + index] =
                excess.limited(to: 1 << 14) + (direction[ties + index] * Self.momentum) >> 8
        }
    }

    private mutating func remember() {
        for index in usage.indices { usage[index] &-= usage[index] >> 6 }
        for turn in relaxation.turns { usage[turn] += 1 << 10 }
        for index in imbalance.indices { imbalance[index] += (relaxation.excess[index] << 16 - imbalance[index]) >> 6 }
    }

    /// Lets the relaxation choose at a point's prices; the bound that follows.
    private mutating func evaluate(at point: Point) -> Int {
        let prices = prices(at: point)
        var weights = prices.weights
        for level in held where values[level] == 0 && level != .painmax {
            weights.levels[level] = Weights.prohibitive
        }
        relaxation.weigh(weights, overload: held.contains(.overload) ? values.overload : .max)
        relaxation.tiePrices = prices.ties
        relaxation.evaluate()
        return relaxation.cost - prices.charge(values) + unit * values[level]
    }

    /// A point's prices, without what is prohibitive.
    private func prices(at point: Point) -> LevelPrices {
        var prices = LevelPrices(weights: Weights(relaxation.decomposition), ties: point.ties)
        if level == .painmax {
            prices.weights.pains[suffering] = unit
        } else {
            prices.weights.levels[level] = unit
        }
        for (multiple, anchor) in zip(point.multiples, anchors) where multiple != 0 {
            prices.add(anchor, times: multiple)
        }
        return prices
    }

    /// Rules out what no plan with at most this value at the level can have.
    mutating func excludeWhatExceeds(_ value: Int) {
        let found = evaluate(at: best)
        relaxation.excludeWhatExceeds(relaxation.cost + value * unit - found)
    }

    /// By candidate: the least value at the level of a plan that has it, by its reduced cost; `Int.max` where there is no
    /// such plan.
    mutating func leastValues() -> [Int] {
        // Where nobody attends, nobody suffers.
        guard level != .painmax || !relaxation.pains.isEmpty else {
            return Array(repeating: 0, count: relaxation.decomposition.candidates.count)
        }
        let found = evaluate(at: best)
        return relaxation.reducedCosts().map { reduced in
            reduced >= ShortestPath.infinity / 2 ? .max : max(0, found + reduced + unit - 1) >> unitBits
        }
    }

    /// Decides, or rejects a decision, in the domain.
    mutating func narrow(_ change: (inout Relaxation) -> Void) {
        change(&relaxation)
    }
}
