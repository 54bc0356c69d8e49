import Testing

@testable import Rotation

struct DraftTests {
    @Test("levels kept step by step are those computed from scratch", arguments: 0..<12)
    func incremental(seed: Int) throws {
        let season = Season.random(seed: seed, weeks: 8, mentors: 6, slotsPerMentor: 6)
        let problem = try season.problem()
        var draft = Draft(problem.dense)
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<300 {
            let demand = generator.index(below: problem.demands.count)
            draft.assign(nil, to: demand)
            let open = problem.dense.demands[demand].fits.filter { draft.obstacle(to: $0) == nil }
            if !open.isEmpty { draft.assign(open[generator.index(below: open.count)], to: demand) }
            #expect(draft.levels == Objective.evaluate(draft.slotOfDemand, of: problem.dense))
        }
        #expect(brokenConstraints(Plan(draft.slotOfDemand, of: problem), of: season) == [])
    }

    @Test("an ejection keeps the hard constraints, and taken back leaves no trace", arguments: 0..<12)
    func ejections(seed: Int) throws {
        let season = Season.random(seed: seed, weeks: 8, mentors: 6, slotsPerMentor: 6)
        let problem = try season.problem()
        var draft = Draft(problem.dense)
        draft.cover(by: problem.levels)
        var search = Ejection(of: draft, by: problem.levels)
        var generator = SeededGenerator(seed: UInt64(seed))
        for step in 0..<200 {
            let demand = generator.index(below: problem.demands.count)
            let fits = problem.dense.demands[demand].fits
            guard !fits.isEmpty else { continue }
            let before = (search.draft.slotOfDemand, search.draft.levels)
            let slot = fits[generator.index(below: fits.count)]
            let isPossible = search.move(demand, to: slot, depth: 1) { generator.index(below: $0) }
            if isPossible, step % 2 == 0 {
                search.keep()
                #expect(search.draft.levels == Objective.evaluate(search.draft.slotOfDemand, of: problem.dense))
                #expect(brokenConstraints(Plan(search.draft.slotOfDemand, of: problem), of: season) == [])
            } else {
                search.takeBack()
                #expect(search.draft.slotOfDemand == before.0)
                #expect(search.draft.levels == before.1)
            }
        }
    }

    @Test("a taken slot, a turn too close and a full month are obstacles")
    func obstacles() throws {
        var season = Season(weeks: 6)
        season.want(Array(0..<6))
        season.add("m", minGap: 2, maxPerMonth: 2)
        season.offer("m", Array(0..<6))
        var draft = Draft(try season.problem().dense)
        draft.assign(0, to: 0)
        #expect(draft.obstacle(to: 0) == .taken(by: 0))
        #expect(draft.obstacle(to: 1) == .tooClose(to: 0, minGap: 2))
        #expect(draft.obstacle(to: 2) == nil)
        draft.assign(2, to: 2)
        // Weeks 0 to 3 begin in October, week 4 in November.
        #expect(draft.obstacle(to: 3) == .tooClose(to: 2, minGap: 2))
        #expect(draft.obstacle(to: 4) == nil)
        draft.assign(nil, to: 2)
        draft.assign(3, to: 3)
        draft.assign(nil, to: 0)
        draft.assign(1, to: 1)
        #expect(draft.obstacle(to: 5) == nil)
        #expect(Draft(try season.problem().dense).obstacle(to: 0) == nil)
    }
}
