import AppResources
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Planning a season")
struct PlanSeasonTests {
    @Test("publishing twice changes nothing and tells nobody the second time")
    func idempotent() async throws {
        let fixture = try await Fixture.with(small())
        let first = try await fixture.service.plan("nova", publish: true)
        #expect(first.changes.count == 12)
        #expect(first.announced == 12)
        #expect(first.told == 3)
        let mails = try await fixture.service.ask(ListOutbox()).count
        let second = try await fixture.service.plan("nova", publish: true)
        #expect(second.changes == [])
        #expect(second.told == 0)
        #expect(second.sessions == first.sessions)
        #expect(try await fixture.service.ask(ListOutbox()).count == mails)
    }

    @Test("without publishing nothing is stored, and publishing does what was shown")
    func rehearsal() async throws {
        let fixture = try await Fixture.with(small(announce: 2))
        let shown = try await fixture.service.plan("nova", publish: false)
        #expect(try await fixture.service.sessions(of: "nova", upcoming: false, for: Viewer()) == [])
        #expect(try await fixture.service.ask(ListOutbox()) == [])
        let published = try await fixture.service.plan("nova", publish: true)
        #expect(published.changes == shown.changes)
        #expect((published.announced, published.told) == (shown.announced, shown.told))
    }

    @Test("sessions within reach are announced and told, later ones are tentative and told to nobody")
    func announcing() async throws {
        let fixture = try await Fixture.with(small(weeks: 4, announce: 1))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(
            try await fixture.mail() == [
                "entrusted nova-202701-w01-asia → akira", "entrusted nova-202701-w01-europe → zoe",
                "entrusted nova-202701-w01-americas → joao",
            ])
        try fixture.clock.set("2027-01-08T00:00:00Z")
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.announced == 3)
        #expect(try await fixture.session("nova-202701-w02-asia").status == .announced)
        #expect(try await fixture.session("nova-202701-w02-asia").sequence == 1)
        #expect(try await fixture.session("nova-202701-w03-asia").status == .tentative)
    }

    @Test("everything a mentor agreed to holds in the example season")
    func limits() async throws {
        let fixture = try await Fixture.with(AppResources.exampleProgram)
        let plan = try await fixture.service.plan("nova", publish: true)
        let document = try read(AppResources.exampleProgram)
        for mentor in document.mentors {
            let led = plan.sessions.filter { $0.mentor.name == mentor.name }
            let weeks = led.map(\.week).sorted()
            #expect(
                zip(weeks, weeks.dropFirst()).allSatisfy { $1 - $0 >= mentor.minGapWeeks }, "\(mentor.name) \(weeks)")
            let months = Dictionary(grouping: led) { [$0.localStart.date.year, $0.localStart.date.month] }
            #expect(months.values.allSatisfy { $0.count <= mentor.maxPerMonth })
            #expect(!led.contains { session in mentor.away.contains { $0.contains(session.localStart.date) } })
            let region = mentor.region ?? fixture.service.zones.region(of: mentor.zone)
            #expect(led.allSatisfy { $0.zone == mentor.zone && $0.region == region })
        }
        let frozen = document.freezes
        #expect(
            !plan.sessions.contains { session in
                frozen.contains { $0.covers(session.region, on: session.localStart.date) }
            })
        #expect(plan.uncovered == [])
        // 26 weeks of three regions, less two frozen for all and one for Asia.
        #expect(plan.sessions.count == 71)
    }

    @Test("who weighs twice as much leads about twice as often")
    func weight() async throws {
        let fixture = try await Fixture.with(AppResources.exampleProgram)
        let shares = try await fixture.service.plan("nova", publish: false).fairness
        let asia = shares.filter { $0.region == .asia }
        let heavy = try #require(asia.first { $0.weight == 2 })
        for light in asia where light.weight == 1 { #expect(abs(heavy.turns - 2 * light.turns) <= 2, "\(asia)") }
    }

    @Test("an absence takes an announced session away, and everybody concerned is told")
    func absence() async throws {
        let two =
            small(weeks: 2, regions: "asia") + """

                  - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, min-gap-weeks: 1, slots: [{ every: "Fri 17:00", prefer: 3 }] }
                """
        let fixture = try await Fixture.with(two)
        _ = try await fixture.service.plan("nova", publish: true)
        let before = try await fixture.session("nova-202701-w01-asia")
        let lead = before.mentor.name.lowercased()
        let other = lead == "akira" ? "mei" : "akira"
        _ = try await fixture.join("tom")
        _ = try await fixture.enroll("tom", in: "nova-202701-w01-asia")
        let mails = try await fixture.service.ask(ListOutbox()).count
        _ = try await fixture.service.ask(
            AddAway(email: EmailAddress("\(lead)@example.org"), days: DayRange("2027-01-04..2027-01-10")))
        let plan = try await fixture.service.plan("nova", publish: true)
        let after = try await fixture.session("nova-202701-w01-asia")
        #expect(after.mentor.name.lowercased() == other)
        #expect(after.uid == before.uid)
        #expect(after.sequence == before.sequence + 1)
        #expect(plan.changes.first { $0.session == "nova-202701-w01-asia" }?.kind == .mentor)
        let told = try await fixture.mail(after: mails).filter { $0.contains("w01") }
        #expect(
            Set(told) == [
                "relieved nova-202701-w01-asia → \(lead)", "entrusted nova-202701-w01-asia → \(other)",
                "mentorChanged nova-202701-w01-asia → tom",
            ])
    }

    @Test("who had a seat in a session and is then planned as its mentor gives the seat to whoever waits")
    func mentorWithSeat() async throws {
        let two =
            small(weeks: 2, regions: "asia") + """

                  - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, min-gap-weeks: 1, slots: [{ every: "Fri 17:00", prefer: 3 }] }
                """
        let fixture = try await Fixture.with(two)
        _ = try await fixture.service.plan("nova", publish: true)
        let code = "nova-202701-w01-asia"
        let lead = try await fixture.session(code).mentor.name.lowercased()
        let other = lead == "akira" ? "mei" : "akira"
        for name in ["tom", "bob"] { _ = try await fixture.join(name) }
        for name in [other, "tom", "bob"] { _ = try await fixture.enroll(name, in: code) }
        #expect(try await fixture.session(code).waitlisted == 1)
        let mails = try await fixture.service.ask(ListOutbox()).count
        _ = try await fixture.service.ask(
            AddAway(email: EmailAddress("\(lead)@example.org"), days: DayRange("2027-01-04..2027-01-10")))
        _ = try await fixture.service.plan("nova", publish: true)
        let after = try await fixture.session(code)
        #expect(after.mentor.name.lowercased() == other)
        #expect((after.enrolled, after.waitlisted) == (2, 0))
        let told = Set(try await fixture.mail(after: mails).filter { $0.contains("w01") })
        #expect(
            told == [
                "relieved \(code) → \(lead)", "entrusted \(code) → \(other)", "mentorChanged \(code) → tom",
                "promoted \(code) → bob",
            ])
    }

    @Test("a freeze over an announced session cancels it; thawing brings the same event back")
    func frozenAndThawed() async throws {
        let fixture = try await Fixture.with(small(weeks: 2))
        _ = try await fixture.service.plan("nova", publish: true)
        let before = try await fixture.session("nova-202701-w02-asia")
        let freeze = try await fixture.service.ask(
            AddFreeze(program: "nova", days: DayRange("2027-01-11..2027-01-17"), reason: "release"))
        _ = try await fixture.service.plan("nova", publish: true)
        let frozen = try await fixture.session("nova-202701-w02-asia")
        #expect(frozen.status == .cancelled)
        #expect(frozen.sequence == before.sequence + 1)
        _ = try await fixture.service.ask(RemoveFreeze(freeze: freeze.id))
        _ = try await fixture.service.plan("nova", publish: true)
        let thawed = try await fixture.session("nova-202701-w02-asia")
        #expect(thawed.status == .announced)
        #expect(thawed.uid == before.uid)
        #expect(thawed.sequence == frozen.sequence + 1)
    }

    @Test("a region without a mentor is named, the others are planned")
    func noMentor() async throws {
        let fixture = try await Fixture.with(
            small(weeks: 1).replacing("zone: America/Sao_Paulo", with: "zone: America/Sao_Paulo, region: europe"))
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.uncovered.map(\.reason) == ["Americas has no mentor"])
        #expect(plan.sessions.count == 2)
    }

    @Test("a season that is over, or has nobody at all, can still be planned")
    func nothingToDo() async throws {
        let nobody = try await Fixture.with(small().split(separator: "mentors:")[0] + "")
        #expect(try await nobody.service.plan("nova", publish: true).uncovered.count == 12)
        let over = try await Fixture.with(small(), now: "2028-01-01T00:00:00Z")
        let plan = try await over.service.plan("nova", publish: true)
        #expect(plan.sessions == [])
        #expect(plan.uncovered == [])
    }

    @Test("who led more than others last season leads less in this one")
    func carry() async throws {
        let one = small(weeks: 4, regions: "asia")
        let fixture = try await Fixture.with(one)
        _ = try await fixture.service.plan("nova", publish: true)
        try fixture.clock.set("2027-02-02T00:00:00Z")
        _ = try await fixture.service.plan("nova", publish: true)
        let two =
            small(start: "2027-02-08", weeks: 6, regions: "asia") + """

                  - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: "Fri 17:00" }] }
                  - { name: Ann, email: ann@example.org, zone: Asia/Seoul, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: "Mon 17:00" }] }
                """
        try await fixture.apply(two)
        let shares = try await fixture.service.plan("nova", publish: false).fairness
        #expect(
            Dictionary(uniqueKeysWithValues: shares.map { ($0.mentor, $0.carry) }) == ["Akira": 0, "Mei": 0, "Ann": 0])
        #expect(shares.map(\.turns) == [2, 2, 2])
    }

    @Test("who joins in mid-season takes a fair share of what is left, and no more")
    func latecomer() async throws {
        let one = small(weeks: 12, announce: 4, regions: "asia")
        let fixture = try await Fixture.with(one)
        _ = try await fixture.service.plan("nova", publish: true)
        try fixture.clock.set("2027-02-01T00:00:00Z")
        _ = try await fixture.service.ask(
            AddMentor(
                program: "nova", name: "Mei", email: EmailAddress("mei@example.org"), zone: "Asia/Shanghai",
                maxPerMonth: 5, minGapWeeks: 1))
        _ = try await fixture.service.ask(
            PublishSlot(program: "nova", mentor: EmailAddress("mei@example.org"), when: "Fri 17:00"))
        // The published season stands; a free choice of what is left shares it.
        for code in ["nova-202701-w09-asia", "nova-202701-w10-asia", "nova-202701-w11-asia", "nova-202701-w12-asia"] {
            #expect(try await fixture.session(code).status == .tentative)
        }
        let shares = try await fixture.service.plan("nova", publish: false).fairness
        #expect(shares.first { $0.mentor == "Mei" }?.carry == 4)
        #expect(shares.first { $0.mentor == "Akira" }?.carry == 0)
    }

    @Test("a mentor who leaves hands over what is to come and keeps what was held")
    func leaving() async throws {
        let two =
            small(weeks: 6, regions: "asia") + """

                  - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: "Fri 17:00" }] }
                """
        let fixture = try await Fixture.with(two)
        let first = try await fixture.service.plan("nova", publish: true).sessions
        try fixture.clock.set("2027-01-20T00:00:00Z")
        try await fixture.apply(two.split(separator: "  - { name: Mei")[0] + "", prune: true)
        let after = try await fixture.service.plan("nova", publish: true).sessions
        #expect(after.filter { $0.week <= 2 }.map(\.mentor) == first.filter { $0.week <= 2 }.map(\.mentor))
        #expect(after.filter { $0.week >= 4 }.allSatisfy { $0.mentor.name == "Akira" && $0.status != .cancelled })
    }

    @Test("a mentor who moves keeps the time of what was announced, and what is tentative follows to the new zone")
    func moving() async throws {
        let fixture = try await Fixture.with(small(weeks: 4, announce: 2, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        let (near, far) = try await (fixture.session("nova-202701-w01-asia"), fixture.session("nova-202701-w03-asia"))
        try await fixture.apply(
            small(weeks: 4, announce: 2, regions: "asia").replacing("zone: Asia/Tokyo", with: "zone: Asia/Kolkata"))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.session("nova-202701-w01-asia") == near)
        let moved = try await fixture.session("nova-202701-w03-asia")
        #expect((moved.zone.name, moved.localStart, moved.uid) == ("Asia/Kolkata", far.localStart, far.uid))
        #expect(moved.start == far.start.adding(seconds: 3 * 3600 + 1800))
        #expect(moved.sequence == far.sequence + 1)
    }

    @Test("limits lowered after the fact do not undo what was announced")
    func lowered() async throws {
        let fixture = try await Fixture.with(small(weeks: 3, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        try await fixture.apply(
            small(weeks: 3, regions: "asia").replacing(
                "min-gap-weeks: 1, max-per-month: 5", with: "min-gap-weeks: 3, max-per-month: 1"))
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.changes == [])
        #expect(plan.sessions.count == 3)
    }

    @Test("one mentor's absence changes as few sessions as can be, and that is proved", arguments: [1, 8])
    func fewestChanges(mentor: Int) async throws {
        let fixture = try await Fixture.with(AppResources.exampleProgram)
        let season = try await fixture.service.plan("nova", publish: true)
        let document = try read(AppResources.exampleProgram)
        let absent = document.mentors[mentor - 1]
        let tentative = season.sessions.filter { $0.mentor.name == absent.name && $0.status == .tentative }
        let lost = try #require(tentative.first)
        _ = try await fixture.service.ask(
            AddAway(email: absent.email, days: DayRange(from: lost.localStart.date, to: lost.localStart.date)))
        let plan = try await fixture.service.plan("nova", publish: false)
        let stability = try #require(plan.proof["stability"])
        let uncovered = try #require(plan.proof["uncovered"])
        #expect(stability.value == stability.bound && uncovered.value == uncovered.bound)
        #expect(plan.changes.map(\.session).contains(lost.code))
        // Beside what cannot stay, another mentor counts twice and another time of the same one once.
        let others = plan.changes.filter { $0.session != lost.code }
        #expect(others.map { $0.kind == .moved ? 1 : 2 }.reduce(0, +) == stability.value)
        #expect(plan.changes.count <= 3, "\(plan.changes)")
    }

    @Test("everybody enrolled in the program is its audience, wherever they live, and mentors are not")
    func audience() async throws {
        let yaml = small(weeks: 2, regions: "asia").replacing(
            "zone: Asia/Tokyo", with: "zone: Europe/Berlin, region: asia"
        )
        .replacing(
            "{ every: \"Tue 17:00\" }", with: "{ every: \"Tue 17:00\" }, { every: \"Tue 11:00\", prefer: 3 }")
        let fixture = try await Fixture.with(yaml)
        func hours() async throws -> Set<Int> {
            Set(try await fixture.service.plan("nova", publish: false).sessions.map(\.localStart.time.hour))
        }
        #expect(try await hours() == [17])
        // 17:00 in Berlin is 01:00 in Tokyo, and 11:00 is 19:00 there.
        _ = try await fixture.join("tom", zone: "Asia/Tokyo")
        #expect(try await hours() == [11])
        // For New York 11:00 is 05:00: one against one, and nobody has to get up for both.
        _ = try await fixture.join("nia", zone: "America/New_York")
        #expect(try await hours() == [11, 17])
        _ = try await fixture.join("ola", zone: "Asia/Seoul")
        #expect(try await hours() == [11])
    }
}
