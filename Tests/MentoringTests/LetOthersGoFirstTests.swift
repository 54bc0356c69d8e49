import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Whoever was passed by has the next seat as soon as they are free")
struct LetOthersGoFirstTests {
    private static let (asia, europe) = ("nova-202701-w01-asia", "nova-202701-w01-europe")

    // Of sessions of one seat, asia's is at europe's hour; the first in its queue, who leads europe's or has the seat in it, was
    // passed by.
    private func passedBy(_ who: String = "vic", leads: Bool = false, _ more: String = "") async throws -> Fixture {
        let fixture = try await Fixture.with(small(weeks: 2, capacity: 1, regions: "asia, europe") + more)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["bea", "uma"] + (leads ? [] : [who]) { _ = try await fixture.join(name) }
        for name in ["bea", who] { _ = try await fixture.enroll(name, in: Self.asia) }
        if !leads { _ = try await fixture.enroll(who, in: Self.europe) }
        _ = try await fixture.service.ask(MoveSession(session: Self.asia, to: local("2027-01-07T01:00")))
        _ = try await fixture.service.ask(Leave(session: Self.asia), as: EmailAddress("bea@example.org"))
        #expect(try await fixture.people(in: Self.asia).map { $0.lowercased() } == ["(\(who))"])
        return fixture
    }

    @Test("where the session moves away again, which its dry run says")
    func movedAway() async throws {
        let fixture = try await passedBy()
        for dryRun in [true, false] {
            let change = try await fixture.service.ask(
                MoveSession(session: Self.asia, to: local("2027-01-05T17:00"), dryRun: dryRun))
            #expect(change.effects?.promotions == [.init(session: Self.asia, person: "vic")])
            #expect(change.effects?.toldNames.contains("vic") == true)
        }
        #expect(try await fixture.enroll("uma", in: Self.asia).state == .waitlisted)
        #expect(try await fixture.people(in: Self.asia) == ["vic", "(uma)"])
    }

    @Test("where the other session moves away, or is called off", arguments: [true, false])
    func otherSession(isCalledOff: Bool) async throws {
        let fixture = try await passedBy()
        let change =
            isCalledOff
            ? try await fixture.service.ask(CancelSession(session: Self.europe, reason: "ill"))
            : try await fixture.service.ask(MoveSession(session: Self.europe, to: local("2027-01-08T17:00")))
        #expect(change.effects?.promotions == [.init(session: Self.asia, person: "vic")])
        #expect(try await fixture.people(in: Self.asia) == ["vic"])
    }

    @Test("where the plan drops the other session")
    func planned() async throws {
        let fixture = try await passedBy()
        _ = try await fixture.service.ask(
            AddFreeze(
                program: "nova", days: DayRange("2027-01-04..2027-01-10"), reason: "release", regions: [.europe]))
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.promotions == [.init(session: Self.asia, person: "vic")])
        #expect(try await fixture.people(in: Self.asia) == ["vic"])
    }

    @Test("where they led the other session, and somebody else takes it")
    func handedOver() async throws {
        let yan =
            "\n  - { name: Yan, email: yan@example.org, zone: Europe/Berlin, region: europe }"
        let fixture = try await passedBy("zoe", leads: true, yan)
        let offer = try await fixture.service.ask(
            OfferSwap(session: Self.europe), as: EmailAddress("zoe@example.org"))
        _ = try await fixture.service.ask(AcceptSwap(offer: offer.id), as: EmailAddress("yan@example.org"))
        #expect(try await fixture.people(in: Self.asia) == ["Zoe"])
    }

    @Test("though no seat is free at the moment: the next one is theirs, and not that of who comes later")
    func nextSeat() async throws {
        let fixture = try await passedBy()
        // The seat that passed by is taken by somebody who came meanwhile.
        _ = try await fixture.enroll("uma", in: Self.asia)
        _ = try await fixture.service.ask(CancelSession(session: Self.europe, reason: "ill"))
        _ = try await fixture.service.ask(Leave(session: Self.asia), as: EmailAddress("uma@example.org"))
        #expect(try await fixture.enroll("bea", in: Self.asia).state == .waitlisted)
        #expect(try await fixture.people(in: Self.asia) == ["vic", "(bea)"])
    }
}
