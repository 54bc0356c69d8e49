import Rotation
import Testing

struct LevelTests {
    /// The value of a level of a plan that takes the given slots.
    private func value(_ level: Level, _ season: Season, _ slots: [String: String]) throws -> Int {
        let assignments = slots.map { Assignment(demand: $0.key, slot: $0.value) }
        return Objective.evaluate(assignments, of: try season.problem())[level]
    }

    private func season(_ change: (inout Season) -> Void) -> Season {
        var season = Season(weeks: 6)
        season.want([0, 1, 2, 3])
        change(&season)
        return season
    }

    @Test("uncovered counts the demands without a slot")
    func uncovered() throws {
        let season = season {
            $0.add("m"); $0.offer("m", [0, 1, 2, 3])
        }
        #expect(try value(.uncovered, season, [:]) == 4)
        #expect(try value(.uncovered, season, ["p/0/asia": "m-0", "p/3/asia": "m-3"]) == 2)
    }

    @Test("overload counts turns beyond the cap, mentor by mentor")
    func overload() throws {
        let season = season {
            $0.add("m", cap: 1)
            $0.add("n", cap: 2)
            $0.offer("m", [0, 1, 2])
            $0.offer("n", [3])
        }
        let all = ["p/0/asia": "m-0", "p/1/asia": "m-1", "p/2/asia": "m-2", "p/3/asia": "n-3"]
        #expect(try value(.overload, season, all) == 2)
    }

    @Test(
        "misery and painmax take the best session of a week, and the night where there is none",
        arguments: [
            // A night session in UTC (4) in week 0; weeks 1 to 3 have none (4 each): 16 a head.
            (["p/0/asia": "night"], 32, 16),
            // The same beside one at the day's edge (1).
            (["p/0/asia": "night", "p/0/europe": "edge"], 26, 13),
            // Noon costs nothing.
            (["p/0/asia": "night", "p/0/europe": "noon"], 24, 12),
        ])
    func audience(slots: [String: String], misery: Int, painmax: Int) throws {
        let season = season {
            $0.want([0], region: "europe")
            $0.add("m")
            $0.add("n", region: "europe")
            $0.offer("m", [0], id: "night", hour: 3)
            $0.offer("n", [0], id: "edge", hour: 7)
            $0.offer("n", [0], id: "noon", hour: 12)
            $0.attendees = ["a", "b"].map { Attendee(id: $0, zone: "UTC", programs: ["p"], weeks: 0...5) }
        }
        #expect(try value(.misery, season, slots) == misery)
        #expect(try value(.painmax, season, slots) == painmax)
    }

    @Test("painmax is the worst single attendee in a single program, and weeks not attended cost nothing")
    func painmax() throws {
        let season = season {
            $0.programs = ["p", "q"]
            $0.want([0, 1, 2], program: "q")
            $0.attendees = [
                Attendee(id: "a", zone: "UTC", programs: ["p", "q"], weeks: 0...1),
                Attendee(id: "b", zone: "UTC", programs: ["q"], weeks: 0...2),
            ]
        }
        #expect(try value(.misery, season, [:]) == 8 + 8 + 12)
        #expect(try value(.painmax, season, [:]) == 12)
    }

    @Test("load weighs squares of turns and carry by the least common multiple of the weights")
    func load() throws {
        let season = season {
            $0.add("m", weight: 2, carry: 1)
            $0.add("n", weight: 3)
            $0.offer("m", [0, 1])
            $0.offer("n", [2])
        }
        // K = 6: 3 · (2 + 1)² + 2 · 1².
        let slots = ["p/0/asia": "m-0", "p/1/asia": "m-1", "p/2/asia": "n-2"]
        #expect(try value(.load, season, slots) == 29)
        #expect(try value(.load, season, [:]) == 3)
    }

    @Test("spacing sums what every pair of turns lacks to the preferred gap, across a freeze too")
    func spacing() throws {
        let season = season {
            $0.want([5])
            $0.add("m", preferredGap: 4)
            $0.offer("m", [0, 1, 3, 5])
        }
        // Pairs 0-1: 3, 0-3: 1, 1-3: 2; in calendar weeks 3-5: 2, although week 4 wants nothing.
        let slots = ["p/0/asia": "m-0", "p/1/asia": "m-1", "p/3/asia": "m-3", "p/5/asia": "m-5"]
        #expect(try value(.spacing, season, slots) == 8)
    }

    @Test(
        "stability costs 1 for another time, 2 for another mentor or none, and ignores announced, lost and frozen",
        arguments: [("m-0", 0), ("other", 1), ("n-0", 2), (nil, 2)])
    func stability(slot: String?, expected: Int) throws {
        let season = season {
            $0.add("m")
            $0.add("n")
            $0.offer("m", [0, 1])
            $0.offer("m", [0], id: "other", day: 1)
            $0.offer("n", [0])
            $0.previous = [
                PreviousAssignment(demand: "p/0/asia", slot: "m-0", announced: false),
                PreviousAssignment(demand: "p/1/asia", slot: "m-1", announced: true),
                PreviousAssignment(demand: "p/2/asia", slot: "gone", announced: false),
                PreviousAssignment(demand: "frozen", slot: "n-0", announced: false),
            ]
        }
        #expect(try value(.stability, season, slot.map { ["p/0/asia": $0] } ?? [:]) == expected)
    }

    @Test("preference sums the preferences of the used slots only")
    func preference() throws {
        let season = season {
            $0.add("m")
            $0.offer("m", [0, 1], preference: 3)
            $0.offer("m", [2], preference: 2)
        }
        #expect(try value(.preference, season, ["p/0/asia": "m-0", "p/2/asia": "m-2"]) == 5)
    }

    @Test("vectors compare by the first level that differs, in the given order")
    func order() throws {
        let season = season {
            $0.add("m"); $0.offer("m", [0], preference: 3)
        }
        let problem = try season.problem()
        let none = Objective.evaluate([], of: problem)
        let one = Objective.evaluate([Assignment(demand: "p/0/asia", slot: "m-0")], of: problem)
        #expect(one.precedes(none, by: Level.fresh))
        #expect(none.precedes(one, by: Level.fresh.reversed()))
        #expect(!one.precedes(one, by: Level.fresh))
        #expect(one.firstDifference(from: none, by: Level.fresh) == .uncovered)
    }
}
