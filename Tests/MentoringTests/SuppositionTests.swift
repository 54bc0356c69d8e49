import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("What if")
struct SuppositionTests {
    private func without(_ names: String..., slots: String...) throws -> Suppositions {
        Suppositions(
            without: try names.map { try EmailAddress("\($0)@example.org") },
            slots: try slots.map { try Suppositions.Slot($0) })
    }

    private func consequences(_ fixture: Fixture, of suppositions: Suppositions) async throws -> ConsequencesView {
        try #require(
            try await fixture.service.plan("nova", publish: false, supposing: suppositions).consequences)
    }

    @Test("without its only mentor a region has nobody, and everybody's weeks get worse")
    func onlyMentor() async throws {
        let fixture = try await Fixture.with(small(weeks: 4))
        _ = try await fixture.service.plan("nova", publish: true)
        // 17:00 in Tokyo is Tom's only session by day: 17:00 in Berlin is 01:00 there, 14:00 in São Paulo 02:00.
        _ = try await fixture.join("tom", zone: "Asia/Tokyo")
        let consequences = try await consequences(fixture, of: without("akira"))
        #expect(consequences.supposed == ["Akira leads nothing from now on"])
        #expect(consequences.changes.map(\.kind) == [.dropped, .dropped, .dropped, .dropped])
        #expect((consequences.sessions.from, consequences.sessions.to) == (12, 8))
        #expect(
            consequences.uncovered.map(\.reason)
                == Array(repeating: "no mentor of Asia has a slot that can be used that week (Akira is away)", count: 4)
        )
        #expect((consequences.weeks.from.humane, consequences.weeks.to.night) == (4, 4))
        #expect(consequences.levels["misery"]?.from == 0 && consequences.levels["misery"]?.to == 16)
        #expect(consequences.loads.map { "\($0.mentor) \($0.turns.from) \($0.turns.to)" } == ["Akira 4 0"])
        #expect((consequences.told.from, consequences.told.to) == (0, 1))
    }

    @Test("what is said twice is supposed once")
    func twice() async throws {
        let fixture = try await Fixture.with(small(weeks: 4))
        let olga = try EmailAddress("olga@example.org")
        _ = try await fixture.service.addOrganizer(olga, to: "nova")
        let token = try await fixture.service.ask(CreateToken(email: olga)).token
        let asker = fixture.client(try #require(try await fixture.service.principal(token: token)))
        let plan = PlanSeason(
            program: "nova", without: Array(repeating: "Joao", count: 300),
            withSlots: Array(repeating: "Zoe Fri 17:00", count: 100))
        #expect(
            try await asker.ask(plan).consequences?.supposed == [
                "Joao leads nothing from now on", "Zoe also offers Fri 17:00 Europe/Berlin",
            ])
        // Too many are counted before anybody is looked for.
        let many = PlanSeason(program: "nova", withSlots: (0...100).map { "Nobody \($0) Fri 17:00" })
        let refusal = await #expect(throws: BadInput.self) { try await asker.ask(many) }
        #expect(refusal?.message.contains("expected a list of at most 100, each a mentor and a time") == true)
    }

    @Test("a slot of somebody else in their place mends what can be mended, and both are one question")
    func combined() async throws {
        let idle =
            "\n  - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, min-gap-weeks: 1, max-per-month: 5 }"
        let fixture = try await Fixture.with(small(weeks: 4, regions: "asia") + idle)
        _ = try await fixture.service.plan("nova", publish: true)
        let consequences = try await consequences(
            fixture, of: without("akira", slots: "mei@example.org Fri 17:00"))
        #expect(
            consequences.supposed == ["Akira leads nothing from now on", "Mei also offers Fri 17:00 Asia/Shanghai"])
        #expect(consequences.changes.map(\.kind) == [.mentor, .mentor, .mentor, .mentor])
        #expect(consequences.changes.first?.to == "Fri 2027-01-08 17:00 Asia/Shanghai, Mei")
        #expect(consequences.uncovered == [] && consequences.covered == [])
    }

    @Test("one more slot covers a turn that nobody leads")
    func moreSlots() async throws {
        let fixture = try await Fixture.with(
            small(weeks: 2, regions: "asia", away: "{ from: 2027-01-12, to: 2027-01-12 }"))
        let consequences = try await consequences(fixture, of: without(slots: "akira@example.org Thu 18:00"))
        #expect(consequences.covered == ["nova-202701-w02-asia"])
        #expect((consequences.sessions.from, consequences.sessions.to) == (1, 2))
    }

    @Test("what makes no difference has no consequences")
    func nothing() async throws {
        let fixture = try await Fixture.with(small(weeks: 2, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        let consequences = try await consequences(fixture, of: without(slots: "akira@example.org Tue 17:00"))
        #expect(consequences.changes == [] && consequences.loads == [])
        #expect(consequences.weeks.from == consequences.weeks.to)
    }

    @Test("nothing is stored and nobody is told, and a plain plan has no consequences")
    func rehearsal() async throws {
        let fixture = try await Fixture.with(small(weeks: 4))
        _ = try await fixture.service.plan("nova", publish: true)
        let mails = try await fixture.service.ask(ListOutbox()).count
        let before = try await fixture.service.plan("nova", publish: false)
        let plan = try await fixture.service.plan(
            "nova", publish: false, supposing: without("akira", slots: "zoe@example.org Tue 17:00"))
        #expect(plan.changes.count == 4 && !plan.published)
        #expect(try await fixture.service.ask(ListOutbox()).count == mails)
        #expect(try await fixture.service.ask(ListSlots(program: "nova")).count == 3)
        #expect(try await fixture.service.plan("nova", publish: false) == before)
        #expect(before.consequences == nil)
    }

    @Test(
        "how far ahead sessions would be announced can be asked with it",
        arguments: [(0, 0, 0), (1, 3, 2)])
    func announcing(weeks: Int, told: Int, toldThen: Int) async throws {
        let fixture = try await Fixture.with(small(weeks: 4))
        let plan = try await fixture.service.plan(
            "nova", publish: false, announceWeeks: weeks, supposing: without("akira"))
        #expect(plan.consequences?.told.from == told && plan.consequences?.told.to == toldThen)
        #expect(plan.announced == 2 * weeks)
    }

    @Test("what is only supposed is not published")
    func publishing() async throws {
        let fixture = try await Fixture.with(small(weeks: 4))
        let error = await #expect(throws: Refusal.self) {
            try await fixture.service.plan("nova", publish: true, supposing: without("akira"))
        }
        #expect(error?.reason == .conflict)
        #expect(error?.description.contains("leave out --publish") == true)
        #expect(try await fixture.service.sessions(of: "nova", upcoming: false, for: Viewer()) == [])
    }

    @Test("a mentor whom the program does not have is refused with the nearest")
    func unknown() async throws {
        let fixture = try await Fixture.with(small(weeks: 1))
        let error = await #expect(throws: Refusal.self) {
            try await fixture.service.plan("nova", publish: false, supposing: without("akria"))
        }
        #expect(error?.description.contains("did you mean akira@example.org") == true)
    }

    @Test(
        "a slot that cannot be read says what was expected",
        arguments: ["", "akira@example.org", "Tue 17:00", "akira@example.org Tue 25:00", "akira@example.org Someday"])
    func unreadable(text: String) {
        #expect(throws: BadInput.self) { try Suppositions.Slot(text) }
    }
}
