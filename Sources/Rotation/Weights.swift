/// What one unit of each level, and of each class's pain, is charged.
struct Weights: Equatable {
    /// Prices are integers; this many of their last bits are a fraction of a level's unit.
    static let unitBits = 20
    /// One unit of the level that is being bounded.
    static let unit = 1 << unitBits
    /// The weight of a level that stands at 0 and has to stay there.
    static let prohibitive = 1 << 30
    /// No tie's price is further from 0.
    static let greatest = 1 << 37
    /// What a mentor is paid for a turn that must be taken: more than all else together.
    static let reward = 1 << 46

    var levels = LevelValues()
    /// By audience class.
    var pains: [Int]

    /// Nothing is charged.
    init(_ decomposition: Decomposition) {
        pains = Array(repeating: 0, count: decomposition.problem.classes.count)
    }
}
