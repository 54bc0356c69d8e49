import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

/// A published season whose shares are no longer even is evened out from what is tentative, for a price that is told.
@Suite("Evening out a published season")
struct EveningOutTests {
    private static let days = ["Ann": "Tue", "Ben": "Wed", "Cid": "Thu", "Dan": "Mon"]

    /// Sixteen weeks of Europe, four of them announced, with these mentors.
    private func program(_ names: [String]) -> String {
        """
        program: nova
        title: Nova
        contact: contact@example.org
        location: ircs://irc.example.org/nova
        season: { start: 2027-01-04, weeks: 16 }
        cadence: every-region
        session: { minutes: 60, capacity: 4 }
        regions: [europe]
        announce-weeks: 4
        mentors:
        \(names.map { name in
            "  - { name: \(name), email: \(name.lowercased())@example.org, zone: Europe/Berlin, region: europe, "
                + "max-per-month: 2, min-gap-weeks: 2, slots: [{ every: \"\(Self.days[name] ?? "Fri") 17:00\" }] }"
        }.joined(separator: "\n"))
        """
    }

    /// The season of three mentors, published a week before it begins.
    private func published() async throws -> (fixture: Fixture, plan: PlanView) {
        let fixture = try await Fixture.with(program(["Ann", "Ben", "Dan"]), now: "2026-12-28T09:00:00Z")
        return (fixture, try await fixture.service.plan("nova", publish: true))
    }

    @Test(
        "whoever joins by the file gets about their share of the tentative turns, and nobody enrolled hears of it",
        arguments: ["2026-12-29T09:00:00Z", "2027-01-13T09:00:00Z", "2027-02-10T09:00:00Z"])
    func newcomer(now: String) async throws {
        let (fixture, _) = try await published()
        _ = try await fixture.join("tom")
        try fixture.clock.set(now)
        // What of it has come so near that it is announced is so before anybody joins.
        let before = try await fixture.service.plan("nova", publish: true, changes: nil).sessions
        let tentative = Set(before.filter { $0.status == .tentative }.map(\.code))
        let near = try #require(before.last { $0.status == .announced })
        _ = try await fixture.enroll("tom", in: near.code)
        try await fixture.apply(program(["Ann", "Ben", "Cid", "Dan"]))
        let mails = try await fixture.service.ask(ListOutbox()).count
        let plan = try await fixture.service.plan("nova", publish: true, changes: nil)
        let cid = try #require(plan.fairness.first { $0.mentor == "Cid" })
        // One of four: about a quarter, to a turn.
        #expect(cid.turns >= max(1, tentative.count / 4 - 1), "\(plan.fairness)")
        let price = try #require(plan.price)
        #expect(price.must == 0 && price.spent <= price.allowed && price.spent == plan.changes.count)
        #expect(price.turns.first { $0.mentor == "Cid" }?.with == cid.turns)
        #expect(tentative.isSuperset(of: plan.changes.map(\.session)))
        // Publishing again may even out a little more, which comes to an end, and is told to nobody either.
        _ = try await fixture.service.plan("nova", publish: true, changes: nil)
        #expect(try await fixture.service.plan("nova", publish: true, changes: nil).changes == [])
        #expect(try await fixture.mail(after: mails) == [])
    }

    @Test(
        "whoever lost two sessions that were called off makes up for them, near or far, where that evens the load",
        arguments: ["Ann", "Ben", "Dan"], [true, false])
    func calledOff(name: String, isNear: Bool) async throws {
        let (fixture, first) = try await published()
        let led = first.sessions.filter { $0.mentor.name == name }.map(\.code)
        let lost = isNear ? led.prefix(2) : led.suffix(2)
        for code in lost { _ = try await fixture.service.ask(CancelSession(session: code, reason: "a fair")) }
        let mails = try await fixture.service.ask(ListOutbox()).count
        let plan = try await fixture.service.plan("nova", publish: true, changes: nil)
        let price = try #require(plan.price)
        #expect(price.must == 0 && price.spent <= price.allowed && price.spent == plan.changes.count)
        // Fourteen turns are left for three mentors.
        #expect(plan.fairness.map(\.turns).reduce(0, +) == 14)
        #expect(plan.fairness.allSatisfy { $0.turns >= 4 }, "\(plan.fairness)")
        let without = led.count - 2
        #expect(without >= 4 || price.turns.first { $0.mentor == name }?.without == without)
        #expect(try await fixture.mail(after: mails) == [])
        for code in lost { #expect(try await fixture.session(code).status == .cancelled) }
    }
    @Test("of turns whose hour nobody offers any more is said that they must change")
    func mustChange() async throws {
        let (fixture, first) = try await published()
        let led = first.sessions.filter { $0.mentor.name == "Ann" && $0.status == .tentative }
        _ = try await fixture.service.ask(
            AddAway(email: EmailAddress("ann@example.org"), from: day("2027-02-01"), to: day("2027-04-25")))
        try await fixture.apply(program(["Ann", "Ben", "Cid", "Dan"]))
        let fewest = try await fixture.service.plan("nova", publish: false, changes: 0).changes.count
        let plan = try await fixture.service.plan("nova", publish: false, changes: nil)
        let price = try #require(plan.price)
        #expect(fewest >= led.count && price.allowed > 0)
        #expect(price.must == fewest && price.must + price.spent == plan.changes.count)
    }

    @Test("an hour that is withdrawn and published again as it was changes no turn")
    func publishedAgain() async throws {
        let (fixture, _) = try await published()
        let ann = try EmailAddress("ann@example.org")
        let slot = try #require(try await fixture.service.ask(ListSlots(program: "nova")).first { $0.mentor == "Ann" })
        _ = try await fixture.service.ask(WithdrawSlot(slot: slot.id))
        #expect(try await !fixture.service.plan("nova", publish: false, changes: 0).changes.isEmpty)
        _ = try await fixture.service.ask(PublishSlot(program: "nova", mentor: ann, when: "Tue 17:00"))
        #expect(try await fixture.service.plan("nova", publish: false, changes: 0).changes == [])
    }
}
