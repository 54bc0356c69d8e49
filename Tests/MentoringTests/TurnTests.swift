import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Turns are counted")
struct TurnTests {
    /// The regions of the published season by week, `-` for a week without a session.
    private func order(_ fixture: Fixture) async throws -> String {
        let plan = try await fixture.service.plan("nova", publish: true)
        let weeks = try await fixture.service.program("nova").weeks
        return (1...weeks).map { week in
            let regions = plan.sessions.filter { $0.week == week && $0.status != .cancelled }.map {
                String($0.region.rawValue.prefix(2))
            }
            return regions.isEmpty ? "-" : regions.joined(separator: "+")
        }.joined(separator: " ")
    }

    @Test("every region has its session every week")
    func everyRegion() async throws {
        #expect(try await order(.with(small(weeks: 2))) == "as+eu+am as+eu+am")
    }

    @Test("the regions take turns across New Year and ISO week 53")
    func newYear() async throws {
        let yaml = small(start: "2026-12-14", weeks: 6, cadence: "one-region-a-week")
        #expect(try await order(.with(yaml, now: "2026-12-01T00:00:00Z")) == "as eu am as eu am")
    }

    @Test("a frozen week consumes nobody's turn")
    func freeze() async throws {
        let yaml = small(
            weeks: 6, cadence: "one-region-a-week", freezes: "{ from: 2027-01-11, to: 2027-01-24, reason: release }")
        #expect(try await order(.with(yaml)) == "as - - eu am as")
    }

    @Test("a region that is frozen keeps its place at the front")
    func regionalFreeze() async throws {
        let yaml = small(
            weeks: 6, cadence: "one-region-a-week",
            freezes: "{ from: 2027-01-25, to: 2027-01-31, reason: holidays, regions: [asia] }")
        #expect(try await order(.with(yaml)) == "as eu am eu as am")
    }

    @Test("a week that was called off is lost, but not the region's turn")
    func calledOff() async throws {
        let fixture = try await Fixture.with(small(weeks: 6, cadence: "one-region-a-week", announce: 2))
        #expect(try await order(fixture) == "as eu am as eu am")
        _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w02-europe", reason: "ill"))
        #expect(try await order(fixture) == "as - eu am as eu")
    }

    @Test("a week that is frozen in part keeps its session if a slot is left")
    func partialFreeze() async throws {
        let yaml = small(weeks: 1, freezes: "{ from: 2027-01-07, to: 2027-01-10, reason: sprint }")
        let plan = try await Fixture.with(yaml).service.plan("nova", publish: true)
        #expect(plan.sessions.map(\.region) == [.asia, .europe])
        #expect(
            plan.uncovered.map(\.reason) == [
                "no mentor of Americas has a slot that can be used that week (Joao has a frozen day (sprint))"
            ])
    }

    @Test("the next season takes up where the last one ended")
    func nextSeason() async throws {
        let fixture = try await Fixture.with(small(weeks: 4, cadence: "one-region-a-week"))
        #expect(try await order(fixture) == "as eu am as")
        try fixture.clock.set("2027-02-02T00:00:00Z")
        _ = try await fixture.service.plan("nova", publish: true)
        try await fixture.apply(small(start: "2027-02-08", weeks: 4, cadence: "one-region-a-week"))
        #expect(try await order(fixture) == "eu am as eu")
    }

    @Test("planning again in mid-season leaves the past as it was")
    func midSeason() async throws {
        let fixture = try await Fixture.with(small(weeks: 4, cadence: "one-region-a-week", announce: 2))
        #expect(try await order(fixture) == "as eu am as")
        try fixture.clock.set("2027-01-14T00:00:00Z")
        #expect(try await order(fixture) == "as eu am as")
        #expect(try await fixture.session("nova-202701-w01-asia").status == .held)
    }
}
