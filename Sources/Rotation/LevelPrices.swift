/// The prices at which the relaxation bounds a level.
struct LevelPrices {
    var weights: Weights
    /// By tie.
    var ties: [Int]

    /// A unit for each changed turn and nothing else: holds the changes to those that are allowed.
    init(perChange decomposition: Decomposition) {
        weights = Weights(decomposition)
        weights.changes = Weights.unit
        ties = Array(repeating: 0, count: decomposition.tieCount)
    }

    init(weights: Weights, ties: [Int]) {
        self.weights = weights
        self.ties = ties
    }

    /// What a plan with these levels is charged.
    func charge(_ values: LevelValues) -> Int {
        var charge = weights.pains.reduce(0, +) * values.painmax
        charge += weights.changes * (weights.mostChanges + values.beyond)
        for level in Level.allCases where level != .painmax { charge += weights.levels[level] * values[level] }
        return charge
    }

    /// How much more than such a plan what the relaxation chose is charged.
    func excess(of choice: Relaxation, over values: LevelValues) -> Int {
        var excess = -charge(values)
        for level in Level.allCases where level != .painmax { excess += weights.levels[level] * choice.levels[level] }
        excess += weights.changes * choice.changes
        for (weight, pain) in zip(weights.pains, choice.pains) where weight != 0 { excess += weight * pain }
        for (price, tie) in zip(ties, choice.excess) { excess += price * tie }
        return excess
    }

    /// Adds a multiple, in units, of other prices.
    mutating func add(_ other: LevelPrices, times multiple: Int) {
        for level in Level.allCases {
            weights.levels[level] = (weights.levels[level] + other.weights.levels[level].times(multiple))
                .limited(to: Weights.greatestWeight)
        }
        weights.changes = (weights.changes + other.weights.changes.times(multiple)).limited(to: Weights.greatestWeight)
        for index in weights.pains.indices where other.weights.pains[index] != 0 {
            weights.pains[index] = (weights.pains[index] + other.weights.pains[index].times(multiple))
                .limited(to: Weights.greatestWeight)
        }
        for index in ties.indices {
            ties[index] = (ties[index] + other.ties[index].times(multiple)).limited(to: Weights.greatestPrice)
        }
    }
}

extension Int {
    /// The product with a number of units; the last bits of a price are given up so that nothing overflows.
    fileprivate func times(_ multiple: Int) -> Int {
        let half = Weights.unitBits / 2
        return ((self >> half) * multiple) >> half
    }

    /// The nearest number not further than `limit` from 0.
    func limited(to limit: Int) -> Int { Swift.min(Swift.max(self, -limit), limit) }
}
