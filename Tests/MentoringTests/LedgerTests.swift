import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("The ledger")
struct LedgerTests {
    private let mei =
        "\n  - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: \"Fri 17:00\" }] }"
    private let ann =
        "\n  - { name: Ann, email: ann@example.org, zone: Asia/Seoul, min-gap-weeks: 1, max-per-month: 1, slots: [{ every: \"Mon 17:00\" }] }"

    /// Plans, lets the season pass, and records that it was held.
    private func hold(_ fixture: Fixture, _ season: Season.Name? = nil, until moment: String) async throws {
        _ = try await fixture.service.plan("nova", publish: true, season: season)
        try fixture.clock.set(moment)
        _ = try await fixture.service.plan("nova", publish: true, season: season)
    }

    private func carry(_ fixture: Fixture) async throws -> [String: Int] {
        let ledger = try await fixture.service.ask(ReportSeason(program: "nova")).ledger
        return Dictionary(uniqueKeysWithValues: ledger.mentors.map { ($0.mentor, $0.carry) })
    }

    @Test("who comes back after a season away starts at the average of those who were there, as a newcomer does")
    func returning() async throws {
        let fixture = try await Fixture.with(small(weeks: 4, regions: "asia") + mei)
        try await hold(fixture, until: "2027-02-02T00:00:00Z")
        // February begins in week 1, so Ann, who agreed to one a month, leads once in four weeks: 3 to 1.
        try await fixture.apply(small(start: "2027-02-01", weeks: 4, regions: "asia") + ann, prune: true)
        try fixture.clock.set("2027-01-28T00:00:00Z")
        try await hold(fixture, "202702", until: "2027-03-02T00:00:00Z")
        try await fixture.apply(
            small(start: "2027-03-08", weeks: 4, regions: "asia") + ann + mei
                + mei.replacing("Mei", with: "New").replacing("mei@", with: "new@"))
        #expect(try await carry(fixture) == ["Akira": 2, "Ann": 0, "Mei": 1, "New": 1])
    }

    @Test("who leaves and comes back within a season carries what the others led, less what they led themself")
    func leavingAndReturning() async throws {
        let alone = small(weeks: 12, announce: 4, regions: "asia")
        let both = alone + mei
        let fixture = try await Fixture.with(both)
        try await hold(fixture, until: "2027-02-01T00:00:00Z")
        try await fixture.apply(alone, prune: true)
        try await hold(fixture, until: "2027-03-01T00:00:00Z")
        try await fixture.apply(both)
        let sessions = try await fixture.service.sessions(of: "nova", upcoming: false, for: Viewer())
        let led = sessions.filter { $0.status == .held }.map(\.mentor.name)
        let (hers, his) = (led.count { $0 == "Mei" }, led.count { $0 == "Akira" })
        #expect(hers == 2 && his > 4)
        #expect(try await carry(fixture) == ["Akira": 0, "Mei": his - hers])
    }

    @Test("hours outside the day are those of a mentor's own wall, before 08:00 and after 22:00")
    func unsocialHours() async throws {
        let early = small(weeks: 2, regions: "asia").replacing("Tue 17:00", with: "Tue 07:30")
        let fixture = try await Fixture.with(early)
        let account = try #require(try await fixture.service.ask(ReportSeason(program: "nova")).ledger.mentors.first)
        #expect((account.mentor, account.turns, account.unsocialHours) == ("Akira", 2, 1))
        #expect(account.fairShare == 2)
        #expect(account.earlier == [])
    }

    @Test("who has moved gets up by the clock of where they live now, though the session was agreed elsewhere")
    func moved() async throws {
        let yaml = small(weeks: 2, regions: "asia").replacing("Tue 17:00", with: "Tue 09:00")
        let fixture = try await Fixture.with(yaml)
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.service.ask(ReportSeason(program: "nova")).ledger.mentors.map(\.unsocialHours) == [0])
        // 09:00 in Tokyo is 05:30 in Kolkata.
        try await fixture.apply(yaml.replacing("zone: Asia/Tokyo", with: "zone: Asia/Kolkata"))
        #expect(try await fixture.service.ask(ReportSeason(program: "nova")).ledger.mentors.map(\.unsocialHours) == [2])
    }

    @Test("a fair share is by weight, and the spread is of turns per weight")
    func fairShare() async throws {
        let heavy = mei.replacing("min-gap-weeks: 1", with: "weight: 2, min-gap-weeks: 1")
        let fixture = try await Fixture.with(small(weeks: 7, regions: "asia") + heavy)
        let ledger = try await fixture.service.ask(ReportSeason(program: "nova")).ledger
        #expect(ledger.mentors.map(\.fairShare) == [2.3, 4.7])
        #expect(ledger.mentors.map(\.turns) == [2, 5])
        #expect(ledger.spread.map(\.least) == [2] && ledger.spread.map(\.most) == [2.5])
    }

    @Test("a trainee's account has the seats, who came, and the hours they got up for, season by season")
    func trainees() async throws {
        let fixture = try await Fixture.with(small(weeks: 2, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        // 17:00 in Tokyo is 03:00 in New York, and 09:00 in Lagos.
        for (name, zone) in [("nia", "America/New_York"), ("ola", "Africa/Lagos")] {
            _ = try await fixture.join(name, zone: zone)
        }
        for code in ["nova-202701-w01-asia", "nova-202701-w02-asia"] { _ = try await fixture.enroll("nia", in: code) }
        _ = try await fixture.enroll("ola", in: "nova-202701-w01-asia")
        try fixture.clock.set("2027-01-06T00:00:00Z")
        _ = try await fixture.service.ask(
            RecordAttendance(session: "nova-202701-w01-asia", present: [EmailAddress("nia@example.org")]))
        var accounts = try await fixture.service.ask(ReportSeason(program: "nova")).ledger.trainees
        #expect(accounts.map(\.trainee) == ["ola", "nia"])
        #expect(accounts.map(\.seats) == [1, 2])
        #expect(accounts.map(\.attended) == [0, 1])
        #expect(accounts.map(\.unsocialHours) == [0, 2])
        try fixture.clock.set("2027-02-01T00:00:00Z")
        try await fixture.apply(small(start: "2027-02-08", weeks: 2, regions: "asia"))
        accounts = try await fixture.service.ask(ReportSeason(program: "nova")).ledger.trainees
        #expect(accounts.map(\.seats) == [0, 0])
        #expect(accounts[1].earlier.map(\.sessions) == [2] && accounts[1].earlier.map(\.unsocialHours) == [2])
    }

    @Test("who came without a seat is in the ledger, who missed theirs got up for nothing")
    func attendance() async throws {
        let fixture = try await Fixture.with(small(weeks: 1, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["nia", "ben"] { _ = try await fixture.join(name, zone: "America/New_York") }
        _ = try await fixture.enroll("nia", in: "nova-202701-w01-asia")
        try fixture.clock.set("2027-01-06T00:00:00Z")
        _ = try await fixture.service.ask(
            RecordAttendance(session: "nova-202701-w01-asia", present: [EmailAddress("ben@example.org")]))
        let accounts = try await fixture.service.ask(ReportSeason(program: "nova")).ledger.trainees
        #expect(
            accounts.map { "\($0.trainee) \($0.seats) \($0.attended) \($0.unsocialHours)" } == [
                "ben 0 1 1.0", "nia 1 0 0.0",
            ])
    }
}
