import Testing

@testable import Rotation

@Suite("What speaks against a mentor")
struct InquiryTests {
    @Test("is true against every plan of sixty small problems", arguments: 0..<4)
    func bruteForce(decade: Int) throws {
        for seed in decade * 15..<decade * 15 + 15 {
            var season = Season.random(seed: seed, weeks: 3, mentors: 4, slotsPerMentor: 3)
            // Every third plan is a hasty one, and every fourth has its first turn announced.
            let plan = try season.solved(seed % 3 == 0 ? .least : .standard)
            season.levels = Level.fresh
            if seed % 4 == 0 {
                season.previous = plan.assignments.first { $0.slot != nil }.flatMap { turn in
                    turn.slot.map { [PreviousAssignment(demand: turn.demand, slot: $0, announced: true)] }
                }
            }
            let inquiry = Inquiry(into: plan, for: try season.problem(), effort: .inquiry)
            #expect(inquiry.levels == plan.levels)
            let announced = Set((season.previous ?? []).map(\.demand))
            for demand in season.demands where !announced.contains(demand.id) {
                for mentor in season.mentors {
                    let objection = try #require(inquiry.objection(to: mentor.id, leading: demand.id))
                    try check(objection, plan, season, "seed \(seed), \(mentor.id) at \(demand.id)")
                }
            }
        }
    }

    /// Compares an objection with all plans in which the mentor leads the demand.
    private func check(_ objection: Objection, _ plan: Plan, _ season: Season, _ comment: Comment) throws {
        let demand = try #require(season.demands.first { $0.id == objection.demand })
        let mentor = try #require(season.mentors.first { $0.id == objection.mentor })
        let serves = mentor.region == demand.region && mentor.programs.contains(demand.program)
        let slots = season.slots.filter { serves && $0.mentor == mentor.id && $0.week == demand.week }
        let best = slots.compactMap { bestLevels(of: season, with: $0.id, at: demand.id) }
            .reduce(nil) { best, next in best.map { next.precedes($0, by: Level.fresh) ? next : $0 } ?? next }
        switch objection.ground {
        case .leads(let slot): #expect(plan.assignments.contains { $0.demand == demand.id && $0.slot == slot }, comment)
        case .elsewhere: #expect(!serves, comment)
        case .noSlot: #expect(serves && slots.isEmpty, comment)
        case .barred: #expect(!slots.isEmpty && best == nil, comment)
        case .notLookedAt: Issue.record("not looked at")
        case .weighed(let counterplan):
            let best = try #require(best, comment)
            let found = counterplan.plan
            #expect(brokenConstraints(found, of: season) == [], comment)
            #expect(found.assignments.contains { $0.demand == demand.id && $0.slot == counterplan.slot }, comment)
            #expect(!found.levels.precedes(best, by: Level.fresh), comment)
            let difference = found.levels.firstDifference(from: plan.levels, by: Level.fresh)
            switch counterplan.verdict {
            case .worse(let level, by: let change, let isProved):
                #expect(
                    difference == level && found.levels[level] - plan.levels[level] == change && change > 0, comment)
                guard isProved else { return }
                let lost = try #require(best.firstDifference(from: plan.levels, by: Level.fresh), comment)
                #expect(plan.levels.precedes(best, by: Level.fresh), comment)
                #expect(Level.fresh.prefix { $0 != level }.contains(lost) || lost == level, comment)
            case .tie: #expect(difference == nil, comment)
            case .better(let level, by: let change):
                #expect(
                    difference == level && plan.levels[level] - found.levels[level] == change && change > 0, comment)
            }
        }
    }

    /// The best levels of all plans with a slot at a demand; nil if there are none.
    private func bestLevels(of season: Season, with slot: String, at demand: String) -> LevelValues? {
        var season = season
        season.previous = (season.previous ?? []) + [PreviousAssignment(demand: demand, slot: slot, announced: true)]
        return (try? season.problem()).map { RotationTests.bestLevels(of: season, problem: $0) }
    }

    @Test("is proved for nearly all choices that can be weighed in an optimal plan")
    func provedMostly() throws {
        var (proved, all) = (0, 0)
        for seed in 0..<8 {
            let season = Season.random(seed: seed, weeks: 4, mentors: 4, slotsPerMentor: 4)
            let problem = try season.problem()
            let inquiry = Inquiry(into: try season.solved(.standard), for: problem, effort: .inquiry)
            for demand in season.demands {
                for mentor in inquiry.mentors(of: demand.id) {
                    guard case .weighed(let counterplan) = inquiry.objection(to: mentor, leading: demand.id)?.ground
                    else { continue }
                    all += 1
                    if counterplan.verdict.isProved || counterplan.verdict == .tie { proved += 1 }
                }
            }
        }
        #expect(all > 20)
        #expect(proved >= all * 95 / 100, "\(proved) of \(all)")
    }

    @Test("says whom it did not look at when its limit is spent, and never that they could not", arguments: [0, 5_000])
    func limited(limit: Int) throws {
        let season = Season.random(seed: 5, weeks: 8, mentors: 6, slotsPerMentor: 20)
        var effort = Effort.inquiry
        effort.limit = limit
        let (problem, plan) = (try season.problem(), try season.solved(.standard))
        let (short, whole) = (
            Inquiry(into: plan, for: problem, effort: effort), Inquiry(into: plan, for: problem, effort: .inquiry)
        )
        var missed = 0
        for demand in season.demands {
            let mentors = whole.mentors(of: demand.id)
            for (asked, known) in zip(
                short.objections(to: mentors, leading: demand.id), whole.objections(to: mentors, leading: demand.id))
            {
                #expect(known.ground != .notLookedAt)
                if asked.ground == .notLookedAt { missed += 1 }
                guard case .weighed = known.ground else {
                    #expect(asked.ground == known.ground)
                    continue
                }
                guard case .weighed(let counterplan) = asked.ground else {
                    #expect(asked.ground == .notLookedAt)
                    continue
                }
                #expect(brokenConstraints(counterplan.plan, of: season) == [])
            }
        }
        #expect(missed > 0)
    }

    @Test("of a hundred times of one mentor that cost the same asks about one")
    func replaceable() throws {
        var season = pair
        for index in 0..<100 { season.offer("n", [0], id: "twin-\(index)", hour: 8 + index % 10, preference: 1) }
        let problem = try season.problem()
        let search = DenseProblem(problem.dense, withoutReplaceableBut: [])
        #expect(problem.dense.demands[0].fits.count == 102)
        #expect(search.demands[0].fits.map { problem.slots[$0].id } == ["m-0", "n-0"])
        let held = problem.slots.firstIndex { $0.id == "twin-7" }
        #expect(DenseProblem(problem.dense, withoutReplaceableBut: [held]).demands[0].fits.count == 3)
    }

    @Test("ends when nobody waits for it")
    func abandoned() throws {
        let season = pair
        let inquiry = Inquiry(
            into: try season.solved(), for: try season.problem(), effort: .inquiry, goesOn: { false })
        #expect(inquiry.objection(to: "n", leading: "p/0/asia")?.ground == .notLookedAt)
    }

    private var pair: Season {
        var season = Season(weeks: 2)
        season.want([0, 1])
        season.add("m", minGap: 2)
        season.add("n", minGap: 2)
        season.offer("m", [0, 1])
        season.offer("n", [0, 1])
        return season
    }

    @Test("nothing does where two could change places")
    func tie() throws {
        let season = pair
        let plan = try season.solved()
        #expect(plan.slots == ["m-0", "n-1"])
        let inquiry = Inquiry(into: plan, for: try season.problem(), effort: .inquiry)
        guard case .weighed(let counterplan) = inquiry.objection(to: "n", leading: "p/0/asia")?.ground else {
            Issue.record("not weighed")
            return
        }
        #expect(counterplan.verdict == .tie)
        #expect(counterplan.barrier == .tooClose(week: 1, minGap: 2))
        #expect(counterplan.plan.slots == ["n-0", "m-1"])
        #expect(inquiry.objection(to: "m", leading: "p/0/asia")?.ground == .leads(slot: "m-0"))
        #expect(inquiry.objection(to: "m", leading: "p/9/asia") == nil)
    }

    @Test("without effort all else stays, so that a gap already bars")
    func glance() throws {
        let season = pair
        let inquiry = Inquiry(into: try season.solved(), for: try season.problem(), effort: nil)
        #expect(
            inquiry.objection(to: "n", leading: "p/0/asia")?.ground == .barred(.tooClose(week: 1, minGap: 2)))
    }

    @Test("may be asked of a demand that has been announced, while others that have been stay")
    func announced() throws {
        var season = pair
        season.previous = [
            PreviousAssignment(demand: "p/0/asia", slot: "n-0", announced: true),
            PreviousAssignment(demand: "p/1/asia", slot: "m-1", announced: true),
        ]
        let plan = try season.solved()
        let inquiry = Inquiry(into: plan, for: try season.problem(), settingAside: "p/0/asia", effort: .inquiry)
        #expect(inquiry.objection(to: "m", leading: "p/0/asia")?.ground == .barred(.tooClose(week: 1, minGap: 2)))
        season.slots.append(Slot(id: "o", mentor: "o", week: 0, start: season.slots[0].start, minutes: 60, offset: 0))
        season.add("o")
        let wider = Inquiry(into: plan, for: try season.problem(), settingAside: "p/0/asia", effort: .inquiry)
        guard case .weighed(let counterplan) = wider.objection(to: "o", leading: "p/0/asia")?.ground else {
            Issue.record("not weighed")
            return
        }
        #expect(counterplan.verdict == .tie)
    }
}
