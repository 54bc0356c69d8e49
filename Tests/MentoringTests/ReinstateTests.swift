import CivilTime
import Foundation
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("A session that is reinstated")
struct ReinstateTests {
    private static let first = "nova-202701-w01-asia"
    private static let tentative = "nova-202701-w03-asia"

    private func season(_ yaml: String = small(weeks: 4, capacity: 1, announce: 2, regions: "asia")) async throws
        -> Fixture
    {
        let fixture = try await Fixture.with(
            yaml.replacing("contact: contact@", with: "organizers: [grace@example.org]\ncontact: contact@"))
        _ = try await fixture.service.plan("nova", publish: true)
        return fixture
    }

    private func client(_ name: String, _ fixture: Fixture) async throws -> Client {
        let token = try await fixture.service.ask(CreateToken(email: EmailAddress("\(name)@example.org"))).token
        return fixture.client(try #require(try await fixture.service.principal(token: token)))
    }

    private func cancel(_ code: String, _ fixture: Fixture, by client: Client? = nil) async throws {
        _ = try await (client ?? fixture.client()).ask(CancelSession(session: code, reason: "ill"))
    }

    private func refusal(_ code: String, _ fixture: Fixture, by client: Client? = nil) async throws -> Refusal {
        let client = client ?? fixture.client()
        let mails = try await fixture.service.ask(ListOutbox()).count
        let before = try await fixture.session(code)
        let refusal = await #expect(throws: Refusal.self) { try await client.ask(ReinstateSession(session: code)) }
        #expect(try await fixture.session(code) == before)
        #expect(try await fixture.service.ask(ListOutbox()).count == mails)
        return try #require(refusal)
    }

    @Test("is the same event with a higher SEQUENCE, its seats and its queue, and those who were told are told again")
    func announced() async throws {
        let fixture = try await season()
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: Self.first)
        }
        let before = try await fixture.session(Self.first)
        try await cancel(Self.first, fixture)
        let mails = try await fixture.service.ask(ListOutbox()).count
        let change = try await fixture.client().ask(ReinstateSession(session: Self.first))
        var expected = before
        expected.sequence += 2
        #expect(change.session == expected)
        #expect(change.effects?.toldNames == ["Akira", "ann", "bob"])
        #expect(change.before?.cancellation == "ill")
        #expect(
            Set(try await fixture.mail(after: mails)) == [
                "reinstated \(Self.first) → akira", "reinstated \(Self.first) → ann", "takesPlace \(Self.first) → bob",
            ])
        let feed = try await fixture.client().ask(ShowFeed(program: "nova")).calendar
        let event = try #require(feed.components(separatedBy: "BEGIN:VEVENT").first { $0.contains(before.uid) })
        #expect(event.contains("STATUS:CONFIRMED") && event.contains("SEQUENCE:\(before.sequence + 2)"))
        // Planning leaves it alone.
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.changes == [] && plan.told == 0)
        #expect(try await fixture.session(Self.first) == expected)
        #expect(try await refusal(Self.first, fixture).description.contains("is not off: Akira leads it on"))
    }

    @Test("before the mail that it is off has left, nobody hears of either")
    func atOnce() async throws {
        let fixture = try await season()
        _ = try await fixture.service.sendOutbox(through: Post())
        try await cancel(Self.first, fixture)
        _ = try await fixture.client().ask(ReinstateSession(session: Self.first))
        let report = try #require(try await fixture.service.sendOutbox(through: Post()))
        #expect((report.sent, report.waiting) == (0, 0))
    }

    @Test("was only planned: it is tentative again, and whoever was in it hears that it takes place")
    func planned() async throws {
        let fixture = try await season()
        _ = try await fixture.join("ann")
        _ = try await fixture.enroll("ann", in: Self.tentative)
        try await cancel(Self.tentative, fixture)
        let mails = try await fixture.service.ask(ListOutbox()).count
        let change = try await fixture.client().ask(ReinstateSession(session: Self.tentative))
        #expect(change.session.status == .tentative && change.session.enrolled == 1)
        #expect(try await fixture.mail(after: mails) == ["takesPlace \(Self.tentative) → ann"])
        #expect(try await fixture.service.plan("nova", publish: true).changes == [])
    }

    @Test("is without who has left meanwhile, whatever they left, and the seats go to those who wait")
    func left() async throws {
        let fixture = try await season(small(weeks: 4, capacity: 3, announce: 2, regions: "asia"))
        for name in ["ann", "bob", "cyd", "dan"] { _ = try await fixture.join(name) }
        for name in ["ann", "bob"] { _ = try await fixture.enroll(name, in: Self.first) }
        let cyd = try EmailAddress("cyd@example.org")
        _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .asia), as: cyd)
        _ = try await fixture.enroll("dan", in: Self.first)
        try await cancel(Self.first, fixture)
        _ = try await fixture.service.ask(Leave(session: Self.first), as: EmailAddress("ann@example.org"))
        _ = try await fixture.client().ask(
            RemoveTrainee(program: "nova", email: EmailAddress("bob@example.org")))
        _ = try await fixture.service.ask(LeaveForSeason(program: "nova", region: .asia), as: cyd)
        let change = try await fixture.client().ask(ReinstateSession(session: Self.first))
        #expect((change.session.enrolled, change.session.waitlisted) == (1, 0))
        #expect(change.effects?.toldNames == ["Akira", "dan"])
    }

    @Test("takes in who has enrolled for the season since, and not who had left this one before")
    func standing() async throws {
        let fixture = try await season(small(weeks: 4, capacity: 3, announce: 2, regions: "asia"))
        for name in ["ann", "bob"] { _ = try await fixture.join(name) }
        let (ann, bob) = (try EmailAddress("ann@example.org"), try EmailAddress("bob@example.org"))
        _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .asia), as: ann)
        _ = try await fixture.service.ask(Leave(session: Self.first), as: ann)
        try await cancel(Self.first, fixture)
        try fixture.clock.set("2026-12-15T09:00:00Z")
        _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .asia), as: bob)
        let change = try await fixture.client().ask(ReinstateSession(session: Self.first))
        #expect(change.effects?.toldNames == ["Akira", "bob"])
        #expect(change.session.enrolled == 1)
    }

    @Test("is without who is elsewhere by then, which is said to them and to whoever reinstates it")
    func elsewhere() async throws {
        let two = small(weeks: 2, capacity: 1, regions: "asia").replacing("program: nova", with: "program: two")
            .replacing("name: Akira, email: akira", with: "name: Mei, email: mei")
        let fixture = try await season()
        try await fixture.apply(two)
        _ = try await fixture.service.plan("two", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: Self.first)
        }
        try await cancel(Self.first, fixture)
        _ = try await fixture.enroll("ann", in: "two-202701-w01-asia")
        let mails = try await fixture.service.ask(ListOutbox()).count
        let change = try await fixture.client().ask(ReinstateSession(session: Self.first))
        #expect(
            change.effects?.lost == [
                .init(session: Self.first, person: "ann", reason: "they attend two-202701-w01-asia then")
            ])
        #expect(change.effects?.promotions == [.init(session: Self.first, person: "bob")])
        #expect(
            Set(try await fixture.mail(after: mails)) == [
                "reinstated \(Self.first) → akira", "seatGivenUp \(Self.first) → ann", "promoted \(Self.first) → bob",
            ])
    }

    @Test("is refused with all that speaks against it")
    func refused() async throws {
        let fixture = try await season()
        let akira = try EmailAddress("akira@example.org")
        try await cancel(Self.first, fixture)
        let days = try DayRange("2027-01-05..2027-01-05")
        let freeze = try await fixture.service.ask(AddFreeze(program: "nova", days: days, reason: "release"))
        #expect(try await refusal(Self.first, fixture).reason == .frozen)
        let away = try await fixture.service.ask(AddAway(email: akira, days: days))
        #expect(
            try await refusal(Self.first, fixture).description
                == "\(Self.first) cannot be reinstated: 2027-01-05 is frozen (release); Akira is away on 2027-01-05")
        _ = try await fixture.service.ask(RemoveFreeze(freeze: freeze.id))
        _ = try await fixture.service.ask(RemoveAway(away: away.id))
        _ = try await fixture.service.ask(RemoveMentor(program: "nova", email: akira))
        #expect(try await refusal(Self.first, fixture).description.hasSuffix("Akira mentors nova no more"))
        try fixture.clock.set("2027-01-05T08:00:00Z")
        #expect(try await refusal(Self.first, fixture).description.hasSuffix("and that has passed"))
    }

    @Test("is refused while its mentor leads something else then, of which only its organizers are told more")
    func busy() async throws {
        let two = small(weeks: 2, capacity: 1, regions: "asia").replacing("program: nova", with: "program: two")
        let fixture = try await season()
        try await cancel(Self.first, fixture)
        try await fixture.apply(two)
        _ = try await fixture.service.plan("two", publish: true)
        #expect(
            try await refusal(Self.first, fixture).description.hasSuffix(
                "Akira leads two-202701-w01-asia at that time"))
        #expect(
            try await refusal(Self.first, fixture, by: client("grace", fixture)).description.hasSuffix(
                "Akira is away on 2027-01-05"))
        // Once he has spoken here himself, they are told that it is another program.
        _ = try await fixture.join("akira", zone: "Asia/Tokyo", called: "Akira")
        #expect(
            try await refusal(Self.first, fixture, by: client("grace", fixture)).description.hasSuffix(
                "Akira leads a session of another program at that time"))
    }

    @Test("is refused once another region has its week, or the season has no such turn")
    func taken() async throws {
        let yaml = small(weeks: 4, cadence: "one-region-a-week", announce: 4, regions: "asia, europe")
        let fixture = try await season(yaml)
        let code = try #require(
            try await fixture.service.sessions(of: "nova", upcoming: true, for: Viewer()).first { $0.region == .asia }
        ).code
        let days = try await fixture.session(code).localStart.date.mondayOfWeek
        let freeze = try await fixture.service.ask(
            AddFreeze(
                program: "nova", days: DayRange(from: days, to: days.adding(days: 6)), reason: "feast", regions: [.asia]
            ))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.session(code).status == .cancelled)
        _ = try await fixture.service.ask(RemoveFreeze(freeze: freeze.id))
        let other = code.replacing("asia", with: "europe")
        #expect(
            try await refusal(code, fixture).description == "\(code) cannot be reinstated: \(other) has the week by now"
        )
    }

    @Test("is refused while the session is held that was to replace it, and once a plan has given its turn to another")
    func replaced() async throws {
        let yaml = small(weeks: 4, announce: 4, regions: "asia").replacing(
            "cadence:", with: "meets: every-2-weeks\nwhen-frozen: postpone\ncadence:")
        let fixture = try await season(yaml)
        let freeze = try await fixture.service.ask(
            AddFreeze(program: "nova", days: DayRange("2027-01-04..2027-01-10"), reason: "feast"))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.session("nova-202701-w02-asia").status == .announced)
        _ = try await fixture.service.ask(RemoveFreeze(freeze: freeze.id))
        #expect(
            try await refusal(Self.first, fixture).description.hasSuffix("nova-202701-w02-asia is held instead"))
    }

    @Test("a mentor reinstates what they have called off, and not what an organizer has; the organizers hear of it")
    func byMentor() async throws {
        let fixture = try await season()
        let (akira, grace) = (try await client("akira", fixture), try await client("grace", fixture))
        let mails = try await fixture.service.ask(ListOutbox()).count
        try await cancel(Self.first, fixture, by: akira)
        _ = try await akira.ask(ReinstateSession(session: Self.first))
        _ = try await akira.ask(MoveSession(session: Self.first, to: local("2027-01-05T18:00")))
        let toGrace = try await fixture.mail(after: mails).filter { $0.hasSuffix("→ grace") }
        #expect(
            toGrace == ["cancelled", "reinstated", "moved"].map { "\($0) by its mentor \(Self.first) → grace" })
        try await cancel(Self.first, fixture, by: grace)
        #expect(try await fixture.mail(after: mails).filter { $0.hasSuffix("→ grace") }.count == 3)
        #expect(try await refusal(Self.first, fixture, by: akira).reason == .notAllowed)
        _ = try await grace.ask(ReinstateSession(session: Self.first))
        #expect(try await fixture.session(Self.first).status == .announced)
    }

    @Test("whoever reinstates it, those hear of it who were told that its mentor had called it off, and nobody else")
    func toldAgain() async throws {
        let fixture = try await Fixture.with(
            small(weeks: 4, capacity: 1, announce: 2, regions: "asia").replacing(
                "contact: contact@", with: "organizers: [grace@example.org, olga@example.org]\ncontact: contact@"))
        _ = try await fixture.service.plan("nova", publish: true)
        let (akira, grace) = (try await client("akira", fixture), try await client("grace", fixture))
        func told(_ body: () async throws -> Void) async throws -> Set<String> {
            let mails = try await fixture.service.ask(ListOutbox()).count
            try await body()
            return Set(try await fixture.mail(after: mails).filter { !$0.hasSuffix("→ akira") })
        }
        func reinstate(_ client: Client) async throws {
            _ = try await client.ask(ReinstateSession(session: Self.first))
        }
        let off = try await told { try await cancel(Self.first, fixture, by: akira) }
        #expect(off == Set(["grace", "olga"].map { "cancelled by its mentor \(Self.first) → \($0)" }))
        #expect(try await told { try await reinstate(grace) } == ["reinstated by its mentor \(Self.first) → olga"])
        // Of what an organizer has called off, the others have heard nothing.
        #expect(try await told { try await cancel(Self.first, fixture, by: grace) } == [])
        let machine = fixture.client(.machine(as: try EmailAddress("akira@example.org")))
        #expect(try await told { try await reinstate(machine) } == [])
    }

    @Test("another mentor, a trainee and who organizes another program change nothing of it")
    func others() async throws {
        let mei =
            "\n  - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: \"Sat 17:00\", prefer: 3 }] }"
        let fixture = try await season(small(weeks: 1, capacity: 1, regions: "asia") + mei)
        _ = try await fixture.join("ann")
        try await fixture.apply(
            small(regions: "europe").replacing("program: nova", with: "program: two")
                .replacing("contact: contact@", with: "organizers: [otto@example.org]\ncontact: contact@"))
        try await cancel(Self.first, fixture)
        for name in ["mei", "ann", "otto", "zoe"] {
            let client = try await client(name, fixture)
            #expect(try await refusal(Self.first, fixture, by: client).reason == .notAllowed, "\(name)")
            for request in [true, false] {
                await #expect(throws: Refusal.self) {
                    try await client.ask(CancelSession(session: Self.first, reason: "x", dryRun: request))
                }
            }
        }
    }

    @Test("is about no change any more that another session has picked meanwhile")
    func pick() async throws {
        let fixture = try await season(small(weeks: 2, capacity: 1, announce: 2, regions: "asia"))
        let akira = Caller.onThisMachine(as: try EmailAddress("akira@example.org"))
        let review = try await fixture.service.ask(
            ProposeReview(program: "nova", url: "https://review.example.org/c/nova/+/7", title: "Resize"),
            as: EmailAddress("akira@example.org"))
        _ = try await fixture.service.ask(PickReview(session: Self.first, choice: .number(review.id)), by: akira)
        try await cancel(Self.first, fixture)
        _ = try await fixture.service.ask(
            PickReview(session: "nova-202701-w02-asia", choice: .number(review.id)), by: akira)
        let change = try await fixture.client().ask(ReinstateSession(session: Self.first))
        #expect(change.session.review == nil)
        #expect(
            change.effects?.remarks == ["nova-202701-w02-asia is about its review by now, Resize; pick another"])
    }

    @Test("is so once, however many ask at the same time, and a plan beside them gives its turn to nobody else")
    func race() async throws {
        let fixture = try await season()
        try await cancel(Self.first, fixture)
        let client = fixture.client()
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 1...8 {
                group.addTask { (try? await client.ask(ReinstateSession(session: Self.first))) != nil }
                group.addTask {
                    _ = try? await fixture.service.plan("nova", publish: true); return false
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 1)
        let session = try await fixture.session(Self.first)
        #expect((session.status, session.sequence) == (.announced, 2))
    }
}
