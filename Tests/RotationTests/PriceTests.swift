import Testing

@testable import Rotation

@Suite("The prices of a bound")
struct PriceTests {
    /// What is bounded at these prices, computed anew.
    private func bound(at prices: LevelPrices, of ascent: DualAscent) -> Int {
        var weights = prices.weights
        for level in ascent.held where ascent.values[level] == 0 && level != .painmax {
            weights.levels[level] = Weights.prohibitive
        }
        var relaxation = ascent.relaxation
        relaxation.weigh(
            weights, overload: ascent.held.contains(.overload) ? ascent.values.overload : .max)
        relaxation.tiePrices = prices.ties
        relaxation.evaluate()
        return relaxation.cost - prices.charge(ascent.values) + ascent.values[ascent.level] << ascent.unitBits
    }

    /// Optimized code of Swift 6.3.1 changed them with the prices of the steps after them, and the plan with it.
    @Test("stay those at which it was found, however far the ascent goes on", arguments: 1...6)
    func areKept(seed: Int) throws {
        let problem = try Season.random(seed: seed, weeks: 12, mentors: 9, slotsPerMentor: 12).problem()
        var draft = Draft(problem.dense)
        let journal = Journal(draft.levels, limit: .max) { _ in true }
        draft.cover(by: problem.levels, journal)
        draft.descend(by: problem.levels, journal)
        var anchors: [LevelPrices] = []
        for level in problem.levels where draft.levels[level] > 0 {
            var ascent = DualAscent(
                level, of: problem.levels, values: draft.levels, suffering: draft.suffering, anchors: anchors,
                relaxation: Relaxation(Decomposition(draft.problem)))
            for _ in 0..<40 {
                for _ in 0..<5 { ascent.step() }
                #expect(bound(at: ascent.bestPrices, of: ascent) == ascent.bound)
            }
            anchors.append(ascent.bestPrices)
        }
        #expect(!anchors.isEmpty)
    }
}
