import Foundation
import Testing

@testable import meridian

@Suite("planner solve")
struct PlannerCommandTests {
    private static let instance = """
        {"attendees":[{"from":0,"id":"a0","programs":["p00"],"to":0,"zone":"Europe/Paris"}],"blackouts":[],
        "demands":[{"id":"d0","program":"p00","region":"asia","week":0},
        {"id":"d1","program":"p00","region":"europe","week":0}],
        "format":"meridian-instance/1","id":"tiny","levels":["uncovered","overload","misery","painmax","load",
        "spacing","stability","preference"],
        "mentors":[{"availability":[],"cap":3,"carry":0,"id":"m0","maxPerMonth":2,"minGap":1,"preferredGap":1,
        "programs":["p00"],"region":"europe","weight":1,"zone":"Europe/Paris"}],
        "previous":null,"programs":[{"cadence":"every","id":"p00","regions":["asia","europe"]}],
        "regions":["asia","europe"],"seed":1,"size":"S",
        "slots":[{"id":"s0","local":"2026-10-05T10:00+02:00","mentor":"m0","minutes":60,"pref":1,
        "start":"2026-10-05T08:00Z","week":0}],
        "tiers":{"edgeCost":1,"humane":[480,1320],"night":[0,360],"nightCost":4},
        "weeks":[{"i":0,"start":"2026-10-05"}],"zones":{"Europe/Paris":[["2026-09-28T00:00Z",120]]}}
        """

    @Test("a region without a mentor is said to be uncovered", arguments: ["quick", "standard", "thorough"])
    func uncovered(effort: String) async throws {
        let meridian = try CommandRunner()
        let file = try meridian.write(Self.instance, as: "tiny.json")
        let outcome = try await meridian.run("planner", "solve", file, "--effort", effort)
        #expect(outcome.status == 0)
        #expect(
            outcome.output.hasPrefix(
                #"{"assignments":[{"demand":"d0","slot":null},{"demand":"d1","slot":"s0"}],"format":"meridian-plan/1""#)
        )
        #expect(outcome.output.contains(#""uncovered":{"bound":1,"value":1}"#))
        #expect(outcome.errors == "")
    }

    @Test("--timing says on stderr when the plan was found")
    func timing() async throws {
        let meridian = try CommandRunner()
        let file = try meridian.write(Self.instance, as: "tiny.json")
        let outcome = try await meridian.run("planner", "solve", file, "--timing")
        #expect(
            outcome.errors.wholeMatch(of: /meridian: plan found after \d+\.\d\d s, done after \d+\.\d\d s\n/) != nil)
    }

    @Test(
        "bad input is refused with the field and what is wrong with it",
        arguments: [
            (#""cap":3,"#, "", "mentors[0].cap: is missing"),
            (#""cap":3"#, #""cap":"3""#, "mentors[0].cap: must be a whole number"),
            (#""cap":3"#, #""cap":null"#, "mentors[0].cap: is null, must be a whole number"),
            (#""id":"s0""#, #""id":7"#, "slots[0].id: must be a text"),
            (#""blackouts":[]"#, #""blackouts":{}"#, "blackouts: must be a list"),
            (#""attendees":[{"#, #""attendees":[[],{"#, "attendees[0]: must be an object"),
            (#""cap":3"#, #""cap":3.5"#, "is not JSON, or has a number that is not whole or has more than 18 digits"),
            (#""mentor":"m0""#, #""mentor":"m1""#, "slots[0].mentor: m1 is not a mentor of this problem"),
            (
                "2026-10-05T08:00Z", "2026-10-12T08:00Z",
                "slots[0].local: 2026-10-05T10:00+02:00 is not the instant 2026-10-12T08:00Z"
            ),
            (#"[{"i":0,"start":"2026-10-05"}]"#, "[]", "demands[0].week: 0 is not a week of this season of 0"),
        ])
    func refusal(part: String, replacement: String, message: String) async throws {
        let meridian = try CommandRunner()
        let file = try meridian.write(Self.instance.replacing(part, with: replacement), as: "bad.json")
        let outcome = try await meridian.run("planner", "solve", file)
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        #expect(outcome.errors == "meridian: bad.json: \(message)\n")
    }
}
