import Rotation
import Testing

struct ProblemErrorTests {
    private static var season: Season {
        var season = Season(weeks: 4)
        season.want([0, 1, 2])
        season.want([0], region: "europe")
        season.add("m", minGap: 2, maxPerMonth: 2)
        season.add("n")
        season.offer("m", [0, 1, 2, 3])
        season.attendees = [Attendee(id: "a", zone: "UTC", programs: ["p"], weeks: 0...3)]
        return season
    }

    private static func announced(_ turns: (String, String)...) -> [PreviousAssignment] {
        turns.map { PreviousAssignment(demand: $0.0, slot: $0.1, announced: true) }
    }

    private static let cases: [(change: @Sendable (inout Season) -> Void, message: String)] = [
        ({ $0.mentors[1].weight = 0 }, "mentors[1].weight: 0, must be at least 1"),
        ({ $0.mentors[0].carry = 10_001 }, "mentors[0].carry: 10001, must be at most 10000"),
        ({ $0.mentors[0].region = "mars" }, "mentors[0].region: mars is not a region of this problem"),
        ({ $0.mentors[1].programs = ["p", "x"] }, "mentors[1].programs[1]: x is not a program of this problem"),
        ({ $0.mentors[1].id = "m" }, "mentors[1].id: m appears twice"),
        (
            { season in
                season.mentors[0].weight = 997
                season.mentors[1].weight = 991
                season.add("o", weight: 983)
            }, "mentors: the weights have no common multiple up to 1000000; use rounder weights"
        ),
        ({ $0.demands[2].week = 4 }, "demands[2].week: 4 is not a week of this season of 4"),
        ({ $0.demands[1].program = "x" }, "demands[1].program: x is not a program of this problem"),
        ({ $0.demands[1].week = 0 }, "demands[1]: p/1/asia repeats the program, week and region of another demand"),
        ({ $0.slots[3].mentor = "x" }, "slots[3].mentor: x is not a mentor of this problem"),
        ({ $0.slots[0].week = 1 }, "slots[0].week: 1 is not the week of the slot's local date"),
        ({ $0.slots[1].week = -1 }, "slots[1].week: -1 is not a week of this season of 4"),
        ({ $0.slots[0].offset = -721 }, "slots[0].week: 0 is not the week of the slot's local date"),
        ({ $0.slots[2].minutes = 0 }, "slots[2].minutes: 0, must be at least 1"),
        ({ $0.slots[2].preference = 4 }, "slots[2].preference: 4, must be at most 3"),
        ({ $0.slots[2].id = "m-0" }, "slots[2].id: m-0 appears twice"),
        ({ $0.weeks[0].monday += 1 }, "weeks[0].start: is not a Monday"),
        ({ $0.weeks[2].monday += 7 }, "weeks[2].start: is not the Monday after that of weeks[1]"),
        ({ $0.attendees[0].zone = "Mars" }, "attendees[0].zone: zones has no offsets of Mars"),
        ({ $0.attendees[0].weeks = 0...4 }, "attendees[0].to: 4 is not a week of this season of 4"),
        ({ $0.attendees[0].heads = 0 }, "attendees[0].heads: 0, must be at least 1"),
        ({ $0.zones[0].changes = [] }, "zones[UTC]: begins after the first slot"),
        (
            { $0.zones[0].changes.append(.init(start: 0, offset: 60)) },
            "zones[UTC][1]: does not start after the change before it"
        ),
        ({ $0.levels = [.load] }, "levels: must name each of the 8 levels once"),
        ({ $0.tiers.edgeCost = 5 }, "tiers.nightCost: 4, must be at least 5"),
        (
            { $0.previous = announced(("p/0/asia", "m-1")) },
            "previous.assignments[0]: slot m-1 has another week, region or program than p/0/asia"
        ),
        (
            { $0.previous = announced(("p/0/europe", "m-0")) },
            "previous.assignments[0]: slot m-0 has another week, region or program than p/0/europe"
        ),
        (
            { $0.previous = announced(("p/0/asia", "m-0"), ("p/0/asia", "m-0")) },
            "previous.assignments[1].demand: p/0/asia appears twice"
        ),
        (
            { $0.previous = announced(("gone", "m-0"), ("p/0/asia", "m-0"), ("p/1/asia", "m-1")) },
            "previous.assignments[2]: slot m-1 is fewer than 2 weeks from its mentor's turn in week 1"
        ),
        (
            { season in
                season.mentors[0].maxPerMonth = 1
                season.previous = announced(("p/2/asia", "m-2"), ("p/0/asia", "m-0"))
            },
            "previous.assignments[1]: slot m-0 is beyond its mentor's monthly limit of 1"
        ),
    ]

    @Test("the first field found wrong is named with what is wrong", arguments: cases.indices)
    func message(index: Int) {
        var season = Self.season
        Self.cases[index].change(&season)
        do {
            _ = try season.problem()
            Issue.record("no error: \(Self.cases[index].message)")
        } catch {
            #expect("\(error)" == Self.cases[index].message)
        }
    }

    @Test("the season these cases change is itself right")
    func unchanged() throws {
        #expect(try Self.season.problem().slots.count == 4)
    }

    @Test("two announced demands of one week cannot share a slot")
    func sharedPin() {
        var season = Season(weeks: 1)
        season.programs = ["p", "q"]
        season.want([0])
        season.want([0], program: "q")
        season.add("m", programs: ["p", "q"])
        season.offer("m", [0])
        season.previous = Self.announced(("q/0/asia", "m-0"), ("p/0/asia", "m-0"))
        #expect(throws: ProblemError("previous.assignments[1]", "slot m-0 is taken by q/0/asia")) {
            try season.problem()
        }
    }

    @Test(
        "a plan decided elsewhere is checked against the problem",
        arguments: [
            ([("x", "m-0")], "assignments[0].demand: x is not a demand of this problem"),
            ([("p/0/asia", "x")], "assignments[0].slot: x is not a slot of this problem"),
            ([("p/2/asia", "m-2"), ("p/2/asia", nil)], "assignments[1].demand: p/2/asia appears twice"),
            ([("p/0/asia", "other")], "assignments[0].slot: other replaces m-0, which has been announced"),
            (
                [("p/1/asia", "m-1")],
                "assignments[0]: slot m-1 is fewer than 2 weeks from its mentor's turn in week 1"
            ),
        ] as [([(String, String?)], String)])
    func foreignPlan(turns: [(String, String?)], message: String) throws {
        var season = Self.season
        season.offer("m", [0], id: "other", day: 1)
        season.previous = Self.announced(("p/0/asia", "m-0"))
        let problem = try season.problem()
        do {
            _ = try Plan(turns.map { Assignment(demand: $0.0, slot: $0.1) }, of: problem)
            Issue.record("no error: \(message)")
        } catch {
            #expect("\(error)" == message)
        }
    }

    @Test("a plan decided elsewhere need not mention what is announced or uncovered")
    func partialPlan() throws {
        var season = Self.season
        season.previous = Self.announced(("p/0/asia", "m-0"))
        let plan = try Plan([Assignment(demand: "p/2/asia", slot: "m-2")], of: season.problem())
        #expect(plan.slots == ["m-0", nil, nil, "m-2"])
    }
}
