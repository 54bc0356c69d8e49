import Testing

@testable import Rotation

struct ExplanationTests {
    private func sentences(_ season: Season, _ turns: [String: String]? = nil) throws -> [String] {
        let problem = try season.problem()
        let plan =
            try turns.map { try Plan($0.map { Assignment(demand: $0.key, slot: $0.value) }, of: problem) }
            ?? Planner().solve(problem)
        return Explanation(of: plan, for: problem).reasons.map(\.sentence)
    }

    @Test("a gap says whether the mentor, the slot, the distance or the month is missing")
    func gaps() throws {
        var season = Season(weeks: 6)
        season.want([0], region: "europe")
        season.want([0, 1, 2, 3, 5])
        season.add("m", minGap: 2, maxPerMonth: 1)
        season.offer("m", [0, 1, 2])
        #expect(
            try sentences(season) == [
                "p/0/asia: m-0 was chosen; no other slot fits.",
                "p/0/europe: uncovered; no mentor of europe serves p.",
                "p/1/asia: uncovered; every slot that fits is fewer than 2 weeks from another turn of its mentor.",
                "p/2/asia: uncovered; every mentor with a slot has reached the monthly limit.",
                "p/3/asia: uncovered; no mentor of asia has a slot in week 4.",
                "p/5/asia: uncovered; no mentor of asia has a slot in week 6.",
            ])
    }

    @Test("slots barred in different ways are counted")
    func barred() throws {
        var season = Season(weeks: 3)
        season.programs = ["p", "q"]
        season.want([0, 1, 2])
        season.want([1], program: "q")
        season.add("m", programs: ["p", "q"], minGap: 2)
        season.add("n", maxPerMonth: 1)
        season.add("o", programs: ["p", "q"])
        season.offer("m", [0, 1])
        season.offer("n", [1, 2])
        season.offer("o", [1])
        let turns = ["p/0/asia": "m-0", "p/2/asia": "n-2", "q/1/asia": "o-1"]
        #expect(
            try sentences(season, turns)[1]
                == "p/1/asia: uncovered; of the slots that fit 1 are taken, 1 too close to another turn of their "
                + "mentor and 1 beyond the monthly limit.")
    }

    @Test("a choice names the best alternative found and its price")
    func choice() throws {
        var season = Season(weeks: 1)
        season.want([0])
        season.add("m")
        season.add("n", carry: 1)
        season.offer("m", [0], preference: 1)
        season.offer("m", [0], id: "later", day: 1, preference: 3)
        season.offer("n", [0])
        let problem = try season.problem()
        let plan = Planner().solve(problem)
        let reason = try #require(Explanation(of: plan, for: problem).reasons.first)
        #expect(
            reason.outcome
                == .chosen(
                    slot: "m-0",
                    alternatives: [
                        .init(slot: "later", effect: .changes(.preference, by: 2)),
                        .init(slot: "n-0", effect: .changes(.load, by: 2)),
                    ]))
        #expect(
            reason.sentence
                == "p/0/asia: m-0 was chosen; 2 of 2 other slots could be taken, "
                + "and the best found, later, would raise preference by 2.")
    }

    @Test("announced turns, equals and plans that could be better are called so")
    func others() throws {
        var season = Season(weeks: 3)
        season.want([0, 1, 2])
        season.add("m")
        season.offer("m", [0, 1, 2])
        season.offer("m", [1], id: "twin")
        season.offer("m", [2], id: "worse", preference: 2)
        season.previous = [PreviousAssignment(demand: "p/0/asia", slot: "m-0", announced: true)]
        #expect(
            try sentences(season, ["p/1/asia": "m-1", "p/2/asia": "worse"]) == [
                "p/0/asia: m-0 stays, because it has been announced.",
                "p/1/asia: m-1 was chosen; 1 of 1 other slot could be taken, and the best found, twin, would do as well.",
                "p/2/asia: worse was chosen; 1 of 1 other slot could be taken, "
                    + "and the best found, m-2, would lower preference by 2.",
            ])
        #expect(try sentences(season, [:])[2] == "p/2/asia: uncovered; m-2 is free, but would lower uncovered by 1.")
    }
}
