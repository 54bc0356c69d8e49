import Testing

@testable import Rotation

struct PlannerTests {
    @Test("every plan keeps the hard constraints, and its bounds do not exceed its levels", arguments: 0..<20)
    func feasible(seed: Int) throws {
        let season = Season.random(seed: seed, weeks: 9, mentors: 7, slotsPerMentor: 7)
        let problem = try season.problem()
        for effort in [Effort.least, Effort(rounds: 3, steps: 80, seed: UInt64(seed))] {
            let plan = Planner().solve(problem, effort: effort)
            #expect(brokenConstraints(plan, of: season) == [])
            #expect(plan.levels == Objective.evaluate(plan.assignments, of: problem))
            for level in Level.allCases { #expect(plan.bounds[level] <= plan.levels[level]) }
        }
    }

    @Test("on tiny problems the plan is the best of all, and no bound exceeds it", arguments: 0..<25)
    func optimal(seed: Int) throws {
        let season = Season.random(seed: seed, weeks: 3, mentors: 4, slotsPerMentor: 3)
        let problem = try season.problem()
        let best = bestLevels(of: season, problem: problem)
        let plan = Planner().solve(problem, effort: Effort(rounds: 8, steps: 400))
        #expect(plan.levels == best)
        for level in Level.allCases { #expect(plan.bounds[level] <= best[level]) }
    }

    @Test("replanning keeps announced turns and follows its own order", arguments: 0..<10)
    func replanning(seed: Int) throws {
        var season = Season.random(seed: seed, weeks: 8, mentors: 6, slotsPerMentor: 6)
        let first = try season.solved()
        season.previous = first.assignments.enumerated().compactMap { index, assignment in
            assignment.slot.map { PreviousAssignment(demand: assignment.demand, slot: $0, announced: index < 4) }
        }
        // A mentor leaves, except for what has been announced.
        let announced = Set((season.previous ?? []).filter(\.announced).map(\.slot))
        season.slots.removeAll { $0.mentor == "m0" && !announced.contains($0.id) }
        let plan = try season.solved()
        #expect(try season.problem().levels == Level.replanning)
        #expect(brokenConstraints(plan, of: season) == [])
        let careful = Objective.evaluate(plan.assignments, of: try season.problem())
        season.levels = Level.fresh
        let reshuffled = Objective.evaluate(try season.solved().assignments, of: try season.problem())
        #expect(!reshuffled.precedes(careful, by: Level.replanning))
    }

    @Test("nothing changes if nothing has to, although a fresh plan would prefer another")
    func stable() throws {
        var season = Season(weeks: 1)
        season.want([0])
        season.add("m", carry: 5)
        season.add("n")
        season.offer("m", [0])
        season.offer("n", [0])
        #expect(try season.solved().slots == ["n-0"])
        season.previous = [PreviousAssignment(demand: "p/0/asia", slot: "m-0", announced: false)]
        #expect(try season.solved().slots == ["m-0"])
        season.levels = Level.fresh
        #expect(try season.solved().slots == ["n-0"])
    }

    @Test("among equals the smaller slot ids win, in the order of demands")
    func canonical() throws {
        var season = Season(weeks: 2)
        season.want([0, 1])
        season.add("m")
        season.add("n")
        season.offer("m", [0, 1])
        season.offer("n", [0, 1])
        #expect(try season.solved().slots == ["m-0", "n-1"])
        #expect(try season.solved(.least).slots == ["m-0", "n-1"])
    }

    @Test("the descent exchanges equals until the smaller ids come first")
    func canonicalDescent() throws {
        var season = Season(weeks: 2)
        season.want([0, 1])
        season.add("m")
        season.add("n")
        season.offer("m", [0, 1])
        season.offer("n", [0, 1])
        let problem = try season.problem()
        var draft = Draft(
            problem.dense,
            slotOfDemand: problem.slotOfDemand(in: [
                Assignment(demand: "p/0/asia", slot: "n-0"), Assignment(demand: "p/1/asia", slot: "n-1"),
            ]))
        draft.descend(by: problem.levels)
        #expect(Plan(draft.slotOfDemand, of: problem).slots == ["m-0", "n-1"])
        season.offer("n", [1], id: "a")
        let wider = try season.problem()
        draft = Draft(
            wider.dense,
            slotOfDemand: wider.slotOfDemand(in: [
                Assignment(demand: "p/0/asia", slot: "m-0"), Assignment(demand: "p/1/asia", slot: "n-1"),
            ]))
        draft.descend(by: wider.levels)
        #expect(Plan(draft.slotOfDemand, of: wider).slots == ["m-0", "a"])
    }

    @Test("the same problem gives the same plan, whatever the order of its lists", arguments: 0..<6)
    func deterministic(seed: Int) throws {
        var season = Season.random(seed: seed, weeks: 8, mentors: 6, slotsPerMentor: 6)
        let plan = try season.solved()
        #expect(try season.solved() == plan)
        season.demands.reverse()
        season.mentors.reverse()
        season.slots.reverse()
        season.attendees.reverse()
        season.zones.reverse()
        season.regions.reverse()
        season.programs.reverse()
        #expect(try season.solved() == plan)
    }

    @Test("a season without weeks, or with nothing wanted, has an empty plan")
    func empty() throws {
        #expect(try Season(weeks: 0).solved().assignments.isEmpty)
        var season = Season(weeks: 3)
        season.add("m")
        season.offer("m", [0, 1, 2])
        let plan = try season.solved()
        #expect(plan.assignments.isEmpty)
        #expect(plan.levels == LevelValues())
    }

    @Test("one mentor alone takes every turn the gap allows")
    func oneMentor() throws {
        var season = Season(weeks: 7)
        season.want(Array(0..<7))
        season.add("m", minGap: 3)
        season.offer("m", Array(0..<7))
        let plan = try season.solved()
        #expect(plan.slots == ["m-0", nil, nil, "m-3", nil, nil, "m-6"])
    }

    @Test("a frozen week consumes nobody's turn, and gaps are counted in calendar weeks across it")
    func freeze() throws {
        var season = Season(weeks: 6)
        season.want([0, 1, 4, 5])
        season.add("m", minGap: 2, preferredGap: 4)
        season.add("n", minGap: 2, preferredGap: 4)
        season.offer("m", Array(0..<6))
        season.offer("n", Array(0..<6))
        let plan = try season.solved()
        #expect(plan.slots == ["m-0", "n-1", "m-4", "n-5"])
        #expect(plan.levels[.spacing] == 0)
    }

    @Test("a region without a mentor stays uncovered, which is proved, and others do not suffer")
    func noMentor() throws {
        var season = Season(weeks: 2)
        season.want([0, 1])
        season.want([0, 1], region: "europe")
        season.add("m")
        season.offer("m", [0, 1])
        let plan = try season.solved()
        #expect(plan.slots == ["m-0", nil, "m-1", nil])
        #expect(plan.levels[.uncovered] == 2)
        #expect(plan.bounds[.uncovered] == 2)
    }

    @Test("the monthly limit counts the mentor-local date, not the UTC date")
    func localMonth() throws {
        var season = Season(weeks: 5)
        season.want([3, 4])
        season.add("m", maxPerMonth: 1)
        // Saturday 2026-10-31, 20:00 UTC, is November in Tokyo; week 4 begins on November 2.
        season.offer("m", [3], day: 5, hour: 20)
        season.offer("m", [4])
        #expect(try season.solved().levels[.uncovered] == 0)
        season.slots[0].offset = 540
        #expect(try season.solved().levels[.uncovered] == 1)
    }

    @Test("a season of half a year takes the standard effort and stays feasible")
    func standardEffort() throws {
        let season = Season.random(seed: 7, weeks: 26, mentors: 10, slotsPerMentor: 25)
        let plan = try season.solved(.standard)
        #expect(brokenConstraints(plan, of: season) == [])
    }
}
