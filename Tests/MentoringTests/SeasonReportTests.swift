import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("A season's report")
struct SeasonReportTests {
    private func counts(_ report: SeasonReportView) -> [String] {
        report.coverage.map {
            "\($0.region.rawValue): \($0.wanted) = \($0.covered) + \($0.uncovered), \($0.frozen) frozen, \($0.calledOff) off"
        }
    }

    @Test("counts every turn of the season, and says why some have no session")
    func coverage() async throws {
        let freezes =
            "{ from: 2027-01-11, to: 2027-01-24, reason: release }, { from: 2027-01-25, to: 2027-01-31, reason: New Year, regions: [asia] }"
        let away = "{ from: 2027-02-01, to: 2027-02-07 }"
        let report = try await Fixture.with(small(weeks: 6, freezes: freezes, away: away)).service.ask(
            ReportSeason(program: "nova"))
        #expect(
            counts(report) == [
                "asia: 3 = 2 + 1, 3 frozen, 0 off", "europe: 4 = 4 + 0, 2 frozen, 0 off",
                "americas: 4 = 4 + 0, 2 frozen, 0 off",
            ])
        let asia = report.turns.filter { $0.region == .asia }
        #expect(asia.map(\.state) == [.covered, .frozen, .frozen, .frozen, .uncovered, .covered])
        #expect(asia[3].reason == "frozen: New Year")
        #expect(asia[4].reason == "no mentor of Asia has a slot that can be used that week (Akira is away)")
        #expect(asia[5].mentor == "Akira")
        #expect(asia[5].start?.description == "2027-02-09T08:00:00Z")
        #expect(report.humane == [])
    }

    @Test("of a program without mentors or trainees says that every turn has no mentor")
    func nobody() async throws {
        let report = try await Fixture.with(small(weeks: 2).split(separator: "mentors:")[0] + "").service.ask(
            ReportSeason(program: "nova"))
        #expect(counts(report).allSatisfy { $0.hasSuffix(": 2 = 0 + 2, 0 frozen, 0 off") })
        #expect(report.turns.first?.reason == "Asia has no mentor")
        #expect(report.ledger.mentors == [] && report.ledger.spread == [] && report.ledger.trainees == [])
        #expect(report.humane == [] && report.fragile == [])
    }

    @Test("of a season that is frozen throughout wants nothing")
    func frozen() async throws {
        let fixture = try await Fixture.with(
            small(weeks: 3, freezes: "{ from: 2027-01-04, to: 2027-01-24, reason: release }"))
        _ = try await fixture.join("tom")
        let report = try await fixture.service.ask(ReportSeason(program: "nova"))
        #expect(counts(report).allSatisfy { $0.hasSuffix(": 0 = 0 + 0, 3 frozen, 0 off") })
        #expect(report.turns.allSatisfy { $0.reason == "frozen: release" })
        #expect(report.humane.map(\.weeks.total) == [0, 0] && report.humane.first?.weeks.humanePercent == nil)
    }

    @Test("counts the weeks of those enrolled by the best session of each, through both changes of the clock")
    func clocks() async throws {
        let yaml = small(weeks: 53, regions: "asia").replacing("Tue 17:00", with: "Tue 13:00")
            .replacing("zone: Asia/Tokyo", with: "zone: Europe/Berlin, region: asia")
        let fixture = try await Fixture.with(yaml)
        _ = try await fixture.join("nia", zone: "America/New_York")
        _ = try await fixture.join("tom", zone: "Asia/Tokyo")
        _ = try await fixture.join("ola", zone: "Asia/Tokyo")
        let report = try await fixture.service.ask(ReportSeason(program: "nova"))
        #expect(
            report.humane.map { "\($0.region.rawValue) \($0.zone?.name ?? "-") \($0.people)" } == [
                "asia - 2", "asia Asia/Tokyo 2", "americas - 1", "americas America/New_York 1",
            ])
        // 13:00 in Berlin is 07:00 in New York, but 08:00 while only one of them has changed: two weeks in March and one in
        // November. In Tokyo it is 21:00 in winter, to the end of the day, and 20:00 in summer.
        #expect(
            report.humane.map(\.weeks) == [
                HumaneTally(humane: 106), HumaneTally(humane: 106), HumaneTally(humane: 3, edge: 50),
                HumaneTally(humane: 3, edge: 50),
            ])
        // 3 of 53 are 5.66 percent, which was cut to 5.
        #expect(report.humane.map(\.weeks.humanePercent) == [100, 100, 6, 6])
        #expect(
            report.clockChanges.map(\.date.description) == ["2027-03-14", "2027-03-28", "2027-10-31", "2027-11-07"])
        #expect(report.fragile.map(\.weeks.count) == [53])
        #expect(report.turns.first?.people == HumaneTally(humane: 2, edge: 1))
    }

    @Test("the weeks are what the planner counts as misery: 1 at the edge, 4 in the night or without a session")
    func misery() async throws {
        let yaml = small(weeks: 6, freezes: "{ from: 2027-01-13, to: 2027-01-13, reason: sprint }")
        let fixture = try await Fixture.with(yaml)
        for (name, zone) in [
            ("nia", "America/New_York"), ("tom", "Asia/Tokyo"), ("kay", "Pacific/Honolulu"), ("ola", "Africa/Lagos"),
            ("ann", "Pacific/Auckland"),
        ] { _ = try await fixture.join(name, zone: zone) }
        let plan = try await fixture.service.plan("nova", publish: false)
        let weeks = try await fixture.service.ask(ReportSeason(program: "nova")).humane.filter { $0.zone == nil }.map(
            \.weeks)
        #expect(plan.levels["misery"] == weeks.map { $0.edge + 4 * ($0.night + $0.none) }.reduce(0, +))
        #expect(weeks.map(\.total).reduce(0, +) == 30)
    }

    @Test("what was held counts though its mentor has left, and what nobody led does not")
    func past() async throws {
        let both =
            small(weeks: 4, regions: "asia")
            + "\n  - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, min-gap-weeks: 1, slots: [{ every: \"Fri 17:00\" }] }"
        let fixture = try await Fixture.with(both, now: "2027-01-12T00:00:00Z")
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w04-asia", reason: "the room is closed"))
        try fixture.clock.set("2027-01-25T00:00:00Z")
        let led = try await fixture.service.sessions(of: "nova", upcoming: false, for: Viewer()).map(\.mentor.name)
        try await fixture.apply(small(weeks: 4, regions: "asia").split(separator: "mentors:")[0] + "", prune: true)
        let turns = try await fixture.service.ask(ReportSeason(program: "nova")).turns
        #expect(turns.map(\.state) == [.uncovered, .covered, .covered, .calledOff])
        #expect(turns[0].reason == "the week is over, and nobody led")
        #expect(turns[3].reason == "the room is closed")
        #expect(turns[1...2].map(\.mentor) == led[0...1].map { $0 })
    }

    @Test("a session that nobody announced in time did not take place")
    func neverAnnounced() async throws {
        let fixture = try await Fixture.with(small(weeks: 3, announce: 1, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        try fixture.clock.set("2027-02-01T00:00:00Z")
        let turns = try await fixture.service.ask(ReportSeason(program: "nova")).turns
        #expect(turns.map(\.state) == [.covered, .uncovered, .uncovered])
        #expect(turns[1].reason == "its session was never announced, and its hour has passed")
    }

    @Test("with one region a week reports the turns that there are")
    func oneRegion() async throws {
        let report = try await Fixture.with(small(weeks: 4, cadence: "one-region-a-week")).service.ask(
            ReportSeason(program: "nova"))
        #expect(
            report.turns.map { "\($0.week) \($0.region.rawValue)" } == ["1 asia", "2 europe", "3 americas", "4 asia"])
    }

    @Test("stores nothing and tells nobody")
    func pure() async throws {
        let fixture = try await Fixture.with(small())
        let report = try await fixture.service.ask(ReportSeason(program: "nova"))
        #expect(try await fixture.service.sessions(of: "nova", upcoming: false, for: Viewer()) == [])
        #expect(try await fixture.service.ask(ListOutbox()) == [])
        #expect(try await fixture.service.ask(ReportSeason(program: "nova")) == report)
        await #expect(throws: Refusal.self) { try await fixture.service.ask(ReportSeason(program: "nowa")) }
    }
}
