import Testing

@testable import Rotation

@Suite("The limit of an effort")
struct EffortLimitTests {
    private func effort(limit: Int) -> Effort {
        Effort(rounds: 2, steps: 1000, shares: 60, work: 100_000_000, limit: limit)
    }

    @Test("ends the work with a plan that keeps all rules, the same each time", arguments: [0, 1000, 30_000, 300_000])
    func ends(limit: Int) throws {
        let season = Season.random(seed: 7, weeks: 12, mentors: 9, slotsPerMentor: 12)
        let plan = try season.solved(effort(limit: limit))
        #expect(brokenConstraints(plan, of: season) == [])
        #expect(try season.solved(effort(limit: limit)) == plan)
        let whole = try season.solved(effort(limit: Effort.usualLimit))
        #expect(!plan.levels.precedes(whole.levels, by: Level.fresh))
    }

    @Test("counts what was done, whatever it was done for")
    func counts() throws {
        let problem = try Season.random(seed: 3, weeks: 12, mentors: 9, slotsPerMentor: 12).problem()
        var draft = Draft(problem.dense)
        let journal = Journal(draft.levels, limit: .max) { _ in true }
        func spent(_ work: () -> Void) -> Int {
            let before = journal.workLeft
            work()
            return before - journal.workLeft
        }
        #expect(spent { draft.cover(by: problem.levels, journal) } > 0)
        #expect(spent { draft.improve(by: problem.levels, effort: .quick, journal) } > 0)
        #expect(spent { draft.descend(by: problem.levels, journal) } > 0)
        #expect(
            spent {
                var redistribution = Redistribution(of: draft, by: problem.levels, seed: 1)
                redistribution.improve(bending: .load, groupSize: 2, tries: 20, journal)
            } > 0)
        #expect(
            spent {
                var refinement = Refinement(of: draft, by: problem.levels, effort: .standard, journal)
                refinement.settleAll()
            } > 0)
    }
}
