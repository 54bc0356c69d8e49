import Foundation
import Testing

@testable import Rotation

struct DocumentTests {
    private static let instance = """
        {"attendees":[{"from":0,"id":"a0","programs":["p00"],"to":1,"zone":"Europe/Paris"}],
        "blackouts":[{"reason":"feast","regions":["asia"],"weeks":[1]}],
        "demands":[{"id":"d1","program":"p00","region":"europe","week":1},
        {"id":"d0","program":"p00","region":"asia","week":0},{"id":"d2","program":"p00","region":"europe","week":0}],
        "format":"meridian-instance/1","id":"tiny","levels":["uncovered","overload","misery","painmax","load",
        "spacing","stability","preference"],
        "mentors":[{"availability":[{"at":"10:00","exdates":[],"first":"2026-10-05","minutes":60,"pref":1,
        "rrule":"FREQ=WEEKLY;INTERVAL=1;BYDAY=MO","until":"2026-10-18"}],"cap":3,"carry":0,"id":"m0","maxPerMonth":2,
        "minGap":1,"preferredGap":1,"programs":["p00"],"region":"europe","weight":1,"zone":"Europe/Paris"}],
        "previous":null,"programs":[{"cadence":"every","id":"p00","regions":["asia","europe"]}],
        "regions":["asia","europe"],"seed":1,"size":"S",
        "slots":[{"id":"s1","local":"2026-10-12T10:00+02:00","mentor":"m0","minutes":60,"pref":1,
        "start":"2026-10-12T08:00Z","week":1},{"id":"s0","local":"2026-10-05T10:00+02:00","mentor":"m0","minutes":60,
        "pref":1,"start":"2026-10-05T08:00Z","week":0}],
        "tiers":{"edgeCost":1,"humane":[480,1320],"night":[0,360],"nightCost":4},
        "weeks":[{"i":0,"start":"2026-10-05"},{"i":1,"start":"2026-10-12"}],
        "zones":{"Europe/Paris":[["2026-09-28T00:00Z",120]]}}
        """

    private static func document() throws -> InstanceDocument {
        try JSONDecoder().decode(InstanceDocument.self, from: Data(instance.utf8))
    }

    private func sortedJSON(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test("an instance is written as it was read, null and all")
    func instanceRoundTrip() throws {
        let compact = Self.instance.replacing("\n", with: "")
        #expect(try sortedJSON(Self.document()) == compact)
    }

    @Test("a problem has what its document says")
    func problem() throws {
        let problem = try Problem(Self.document())
        #expect(problem.id == "tiny")
        #expect(problem.demands.map(\.id) == ["d0", "d2", "d1"])
        #expect(problem.slots.map(\.id) == ["s0", "s1"])
        #expect(problem.slots.map(\.start) == [29_852_640 + 480, 29_852_640 + 480 + 7 * 1440])
        #expect(problem.slots.map(\.offset) == [120, 120])
        #expect(problem.slots.map(\.month) == [2026 * 12 + 10, 2026 * 12 + 10])
        #expect(problem.attendees.map(\.weeks) == [0...1])
        #expect(problem.previous == nil)
    }

    @Test("a plan is written with its proof and read back")
    func planRoundTrip() throws {
        let problem = try Problem(Self.document())
        let plan = Planner().solve(problem, effort: .least)
        let json = try sortedJSON(PlanDocument(plan, of: problem))
        #expect(
            json.hasPrefix(
                #"{"assignments":[{"demand":"d0","slot":null},{"demand":"d2","slot":"s0"},{"demand":"d1","slot":"s1"}],"#
                    + #""format":"meridian-plan/1","instance":"tiny","proof":{"load":{"bound":0,"value":4},"#))
        let read = try JSONDecoder().decode(PlanDocument.self, from: Data(json.utf8))
        #expect(try Plan(read, of: problem) == plan)
    }

    @Test("a plan for another instance is refused")
    func foreignPlan() throws {
        let problem = try Problem(Self.document())
        var document = PlanDocument(Planner().solve(problem, effort: .least), of: problem)
        document.instance = "other"
        #expect(throws: ProblemError("instance", "other, must be tiny")) { try Plan(document, of: problem) }
    }

    private static let cases: [(change: @Sendable (inout InstanceDocument) -> Void, message: String)] = [
        ({ $0.format = "meridian-instance/2" }, "format: meridian-instance/2, must be meridian-instance/1"),
        ({ $0.levels[2] = "joy" }, "levels[2]: joy is not a level"),
        ({ $0.tiers.night = [360, 0] }, "tiers.night: must be two minutes of the day, ascending"),
        ({ $0.tiers.humane = [] }, "tiers.humane: must be two minutes of the day, ascending"),
        ({ $0.weeks[1].i = 2 }, "weeks[1].i: 2, must be 1"),
        ({ $0.weeks[1].start = "2026-13-12" }, "weeks[1].start: 2026-13-12 is not a date like 2026-10-05"),
        ({ $0.weeks[0].start = "2026-10-06" }, "weeks[0].start: is not a Monday"),
        (
            { $0.slots[1].start = "2026-10-05T08:00" },
            "slots[1].start: 2026-10-05T08:00 is not a UTC time like 2026-10-05T09:00Z"
        ),
        (
            { $0.slots[0].local = "2026-10-12T10:00" },
            "slots[0].local: 2026-10-12T10:00 is not a time like 2026-10-05T10:00+01:00"
        ),
        (
            { $0.slots[0].local = "2026-10-12T10:00+01:00" },
            "slots[0].local: 2026-10-12T10:00+01:00 is not the instant 2026-10-12T08:00Z"
        ),
        (
            { $0.zones["Europe/Paris"]?[0].start = "soon" },
            "zones[Europe/Paris][0]: soon is not a UTC time like 2026-10-05T09:00Z"
        ),
        ({ $0.attendees[0].from = 2 }, "attendees[0].to: 1, must not be before from: 2"),
        ({ $0.mentors[0].cap = -1 }, "mentors[0].cap: -1, must be at least 0"),
    ]

    @Test("a document's first wrong field is named", arguments: cases.indices)
    func message(index: Int) throws {
        var document = try Self.document()
        Self.cases[index].change(&document)
        do {
            _ = try Problem(document)
            Issue.record("no error: \(Self.cases[index].message)")
        } catch {
            #expect("\(error)" == Self.cases[index].message)
        }
    }
}
