import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("What a plan says of people")
struct PlanEffectsTests {
    /// A plan as it is shown, and then as it is published: they say the same, and the outbox says it too.
    private func published(_ program: String, _ fixture: Fixture) async throws -> PlanView {
        let shown = try await fixture.service.plan(program, publish: false)
        let before = try await fixture.service.ask(ListOutbox()).count
        let plan = try await fixture.service.plan(program, publish: true)
        #expect(plan.promotions == shown.promotions)
        #expect(plan.lost == shown.lost && plan.passedBy == shown.passedBy)
        #expect(plan.toldNames == shown.toldNames && plan.told == shown.told)
        let mails = try await fixture.service.ask(ListOutbox()).dropFirst(before)
        let names = try await fixture.store.read { transaction in
            Dictionary(uniqueKeysWithValues: try transaction.people().map { ($0.email, $0.name) })
        }
        #expect(Set(mails.map(\.to)).compactMap { names[$0] }.sorted() == plan.toldNames)
        #expect(Set(mails.map(\.to)).count == plan.told)
        let moved = mails.filter { $0.subject.hasPrefix("promoted ") || $0.subject.hasPrefix("movedUp ") }.map {
            "\($0.subject.split(separator: " ")[1]) \(names[$0.to] ?? "")"
        }
        #expect(moved.sorted() == plan.promotions.map { "\($0.session) \($0.person)" }.sorted())
        return plan
    }

    @Test("whoever waits for the seat of somebody who is to lead is named")
    func mentorWithSeat() async throws {
        let two =
            small(weeks: 2, regions: "asia") + """

                  - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, min-gap-weeks: 1, slots: [{ every: "Fri 17:00", prefer: 3 }] }
                """
        let fixture = try await Fixture.with(two)
        _ = try await published("nova", fixture)
        let code = "nova-202701-w01-asia"
        let lead = try await fixture.session(code).mentor.name.lowercased()
        let other = lead == "akira" ? "mei" : "akira"
        for name in ["tom", "bob", "cyd"] { _ = try await fixture.join(name) }
        for name in [other, "tom", "bob", "cyd"] { _ = try await fixture.enroll(name, in: code) }
        _ = try await fixture.service.ask(
            AddAway(email: EmailAddress("\(lead)@example.org"), days: DayRange("2027-01-04..2027-01-10")))
        let plan = try await published("nova", fixture)
        #expect(plan.promotions.map(\.person) == ["bob"])
        #expect(plan.promotions.map(\.session) == [code])
        #expect(plan.promotedElsewhere == 0)
        #expect(plan.lost.map(\.reason) == ["they lead it"] && plan.lost.map(\.session) == [code])
        #expect(try await published("nova", fixture).toldNames == [])
    }

    @Test("in another program they are named to who organizes that too, and counted for others")
    func anotherProgram() async throws {
        let one = small(weeks: 6, capacity: 1, regions: "europe")
            .replacing("contact: contact@", with: "organizers: [grace@example.org]\ncontact: contact@")
        let two = small(weeks: 6, capacity: 1, regions: "europe").replacing("program: nova", with: "program: two")
            .replacing("name: Zoe, email: zoe", with: "name: Ben, email: ben")
        let fixture = try await Fixture.with(two)
        try await fixture.apply(one)
        _ = try await published("two", fixture)
        // Zoe has a seat in what is only tentative, at the hour at which she is going to lead.
        _ = try await fixture.join("ada")
        for name in ["zoe", "ada"] { _ = try await fixture.enroll(name, in: "two-202701-w06-europe") }
        let token = try await fixture.service.ask(CreateToken(email: EmailAddress("grace@example.org"))).token
        let grace = try #require(try await fixture.service.principal(token: token))
        let seen = try await fixture.client(grace).ask(PlanSeason(program: "nova", publish: false))
        #expect(seen.promotions == [] && seen.promotedElsewhere == 1)
        #expect(seen.lost == [] && seen.lostElsewhere == 1)
        #expect(seen.toldNames == ["Zoe"] && seen.told == 2)
        let plan = try await published("nova", fixture)
        #expect(plan.promotions == [.init(session: "two-202701-w06-europe", person: "ada")])
        #expect(plan.toldNames == ["Zoe", "ada"])
        let reason = "they lead nova-202701-w06-europe then"
        #expect(plan.lost == [.init(session: "two-202701-w06-europe", person: "Zoe", reason: reason)])
    }

    @Test("those to whom new tz data, a duty or a session that is dropped is news are named")
    func others() async throws {
        let fixture = try await Fixture.with(triage(weeks: 2, by: ["akira"]))
        #expect(try await published("nova", fixture).toldNames == ["Akira", "Joao", "Zoe"])
        _ = try await fixture.join("tom")
        _ = try await fixture.enroll("tom", in: "nova-202701-w02-europe")
        _ = try await fixture.service.ask(
            AddFreeze(program: "nova", days: DayRange("2027-01-11..2027-01-17"), reason: "release", regions: [.europe]))
        #expect(try await published("nova", fixture).toldNames == ["Zoe", "tom"])
    }
}
