/// The prices at which the relaxation bounds a level.
struct LevelPrices {
    var weights: Weights
    /// By tie.
    var ties: [Int]

    /// What a plan with these levels is charged.
    func charge(_ values: LevelValues) -> Int {
        var charge = weights.pains.reduce(0, +) * values.painmax
        for level in Level.allCases where level != .painmax { charge += weights.levels[level] * values[level] }
        return charge
    }

    /// How much more than such a plan what the relaxation chose is charged.
    func excess(of choice: Relaxation, over values: LevelValues) -> Int {
        var excess = -charge(values)
        for level in Level.allCases where level != .painmax { excess += weights.levels[level] * choice.levels[level] }
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
