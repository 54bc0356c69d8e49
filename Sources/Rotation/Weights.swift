/// What one unit of each level, and of each class's pain, is charged.
struct Weights: Equatable {
    /// Prices are integers; this many of their last bits are a fraction of a level's unit.
    static let unitBits = 20
    /// One unit of the level that is being bounded.
    static let unit = 1 << unitBits
    /// The weight of a level that stands at 0 and has to stay there.
    static let prohibitive = 1 << 30
    /// No tie's price is further from 0.
    static let greatestPrice = 1 << 37
    /// No level's weight is greater.
    static let greatestWeight = 1 << 33
    /// No level may be greater, so that what is charged for it stays well below `ShortestPath.infinity`.
    static let greatestValue = 1 << 22
    /// What a mentor is paid for a turn that must be taken: more than all else together.
    static let reward = 1 << 46

    var levels = LevelValues()
    /// A changed turn.
    var changes = 0
    /// How many turns may change.
    let mostChanges: Int
    /// By audience class.
    var pains: [Int]

    /// Nothing is charged.
    init(_ decomposition: Decomposition) {
        mostChanges = decomposition.problem.mostChanges ?? 0
        pains = Array(repeating: 0, count: decomposition.problem.classes.count)
    }

    /// Whether the levels of all plans are small enough to be charged for without overflow.
    static func canCharge(_ problem: DenseProblem) -> Bool {
        var (load, misery) = (0, 0)
        for mentor in problem.mentors {
            load += mentor.load(turns: problem.weekCount / mentor.minGap + 1)
            guard load <= greatestValue else { return false }
        }
        for cell in problem.cells {
            for audience in cell.classes { misery += problem.nightCost * problem.headCounts[audience] }
        }
        return misery <= greatestValue
    }
}
