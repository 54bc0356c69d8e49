import Testing

@testable import Rotation

@Suite("Plans with the standard effort are optimal, and proved to be")
struct ProofTests {
    @Test("against every plan of a thousand small problems", arguments: 0..<10)
    func bruteForce(decade: Int) throws {
        for seed in decade * 100..<decade * 100 + 100 {
            var season = Season.random(seed: seed, weeks: 3 + seed % 2, mentors: 3, slotsPerMentor: 3)
            if seed % 3 == 0 { try season.replan(seed: seed) }
            let problem = try season.problem()
            let best = bestLevels(of: season, problem: problem)
            let plan = LocalSearch().solve(problem)
            #expect(brokenConstraints(plan, of: season) == [], "seed \(seed)")
            #expect(plan.levels == best, "seed \(seed)")
            for level in Level.allCases { #expect(plan.bounds[level] == best[level], "seed \(seed), \(level)") }
        }
    }
}

extension Season {
    /// Takes a hasty plan for the previous one: its first turn was announced, and then a mentor leaves.
    fileprivate mutating func replan(seed: Int) throws {
        let first = try solved(.least)
        previous = first.assignments.filter { $0.slot != nil }.enumerated().compactMap { index, assignment in
            assignment.slot.map { PreviousAssignment(demand: assignment.demand, slot: $0, announced: index == 0) }
        }
        let announced = previous?.first?.slot
        slots.removeAll { $0.mentor == "m\(seed % 2)" && $0.id != announced }
    }
}
