import Testing

@testable import Rotation

@Suite("Mentors who share out their turns anew")
struct RedistributionTests {
    private static func improved(_ draft: Draft, by order: [Level], bending level: Level, groupSize: Int = 2) -> Draft {
        var redistribution = Redistribution(of: draft, by: order, seed: 1)
        let journal = Journal(draft.levels, limit: .max) { _ in true }
        redistribution.improve(bending: level, groupSize: groupSize, tries: 200, journal)
        return redistribution.draft
    }

    @Test("two mentors find the best share there is", arguments: 0..<60)
    func best(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        func draw(_ bound: Int) -> Int { generator.index(below: bound) }
        var season = Season(weeks: 6)
        season.want(Array(0..<6))
        for mentor in ["m", "n"] {
            season.add(
                mentor, weight: 1 + draw(3), carry: draw(3), preferredGap: 1 + draw(2), maxPerMonth: 3 + draw(2),
                cap: 2 + draw(3))
            for week in 0..<6 { season.offer(mentor, [week], preference: draw(4)) }
        }
        let problem = try season.problem()
        var draft = Draft(problem.dense)
        draft.cover(by: problem.levels)
        try #require(draft.levels[.uncovered] == 0)
        let level = problem.levels[draw(problem.levels.count)]
        #expect(
            Self.improved(draft, by: problem.levels, bending: level).levels == bestLevels(of: season, problem: problem))
    }

    @Test("no plan becomes worse or breaks a constraint, whatever the group's size", arguments: 0..<20, 2...4)
    func feasible(seed: Int, groupSize: Int) throws {
        var season = Season.random(seed: seed, weeks: 10, mentors: 9, slotsPerMentor: 9)
        let first = try season.solved(.least)
        season.previous = first.assignments.enumerated().compactMap { index, assignment in
            assignment.slot.map { PreviousAssignment(demand: assignment.demand, slot: $0, announced: index < 3) }
        }
        let problem = try season.problem()
        var draft = Draft(problem.dense)
        draft.cover(by: problem.levels)
        for level in problem.levels {
            let next = Self.improved(draft, by: problem.levels, bending: level, groupSize: groupSize)
            #expect(!draft.levels.precedes(next.levels, by: problem.levels))
            #expect(next.levels == Objective.evaluate(next.slotOfDemand, of: problem.dense))
            draft = next
        }
        #expect(brokenConstraints(Plan(draft.slotOfDemand, of: problem), of: season) == [])
    }
}

@Suite("Whoever watches the planner")
struct ObserverTests {
    @Test("sees it get better and better, and at last the plan")
    func monotonic() throws {
        let problem = try Season.random(seed: 3, weeks: 10, mentors: 8, slotsPerMentor: 9).problem()
        var seen: [Planner.Progress] = []
        let plan = Planner().solve(problem) { progress in
            seen.append(progress)
            return true
        }
        for (before, after) in zip(seen, seen.dropFirst()) where before.level != nil {
            #expect(!before.levels.precedes(after.levels, by: problem.levels))
        }
        let last = try #require(seen.last)
        #expect(last.levels == plan.levels)
    }

    @Test("can stop it at any time and gets a plan all the same", arguments: [0, 1, 5, 20, 100])
    func stopped(after calls: Int) throws {
        let season = Season.random(seed: 5, weeks: 10, mentors: 8, slotsPerMentor: 9)
        let problem = try season.problem()
        var left = calls
        let plan = Planner().solve(problem) { _ in
            left -= 1
            return left > 0
        }
        #expect(left == min(0, calls - 1))
        #expect(brokenConstraints(plan, of: season) == [])
        for level in Level.allCases { #expect(plan.bounds[level] <= plan.levels[level]) }
    }
}
