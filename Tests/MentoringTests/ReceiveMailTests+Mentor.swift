import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

// A mentor's no, and what takes it back.

extension ReceiveMailTests {
    private var akira: EmailAddress { get throws { try EmailAddress("akira@example.org") } }

    private func say(
        _ participation: ParticipationStatus, minute: Int64, _ fixture: Fixture
    ) async throws -> ReceivedMail {
        try await answer("akira", participation, fixture) { answer, _ in
            answer.stamp = answer.stamp.adding(seconds: 60 * minute)
        }
    }

    private func offers(_ fixture: Fixture) async throws -> Int {
        try await fixture.service.ask(ListSwaps(program: "nova")).count
    }

    private func returns(_ fixture: Fixture) async throws -> Int {
        try await fixture.mail().count { $0 == "returned \(code) → contact" }
    }

    @Test(
        "of a mentor after their no takes back what it offered, whatever lies between that is no yes",
        arguments: [[], [.tentative], [.needsAction], [.tentative, .declined, .needsAction]] as [[ParticipationStatus]])
    func yesAfterNo(between: [ParticipationStatus]) async throws {
        let fixture = try await queueWithMei()
        #expect(try await say(.declined, minute: 1, fixture).outcome == .offered)
        for (index, participation) in between.enumerated() {
            let outcome = try await say(participation, minute: 2 + Int64(index), fixture).outcome
            #expect(outcome == (participation == .tentative ? .setAside : .known))
        }
        #expect(try await offers(fixture) == 1)
        #expect(try await invitation("akira", fixture).invitation.participation == .declined)
        #expect(try await say(.accepted, minute: 9, fixture).outcome == .recorded)
        #expect(try await offers(fixture) == 0)
        #expect(try await returns(fixture) == 1)
    }

    @Test("that says maybe after a mentor's no tells them that it stands, by mail and on the page")
    func maybeAfterNo() async throws {
        let fixture = try await queueWithMei()
        try await fixture.service.keepPublicAddress(fixture.addresses)
        _ = try await say(.declined, minute: 1, fixture)
        #expect(try await say(.tentative, minute: 2, fixture).isAsked == true)
        #expect(try await fixture.mail().last == "asking answer ACCEPTED \(code) → akira")
        let secret = try #require(try await fixture.link().split(separator: "/").last.map(String.init))
        await #expect(throws: Refusal.self) { try await fixture.service.settle(secret, choosing: .tentative) }
        #expect(try await offers(fixture) == 1)
        #expect(try await fixture.service.settle(secret, choosing: nil) == .leads)
        #expect(try await offers(fixture) == 0)
    }

    @Test("of a mentor who has said no takes that back though the session has moved since")
    func yesAfterMove() async throws {
        let fixture = try await queueWithMei()
        _ = try await say(.declined, minute: 1, fixture)
        try fixture.clock.set("2026-12-14T12:00:00Z")
        _ = try await fixture.service.ask(MoveSession(session: code, to: local("2027-01-06T18:00")))
        #expect(try await invitation("akira", fixture).invitation.participation == .needsAction)
        #expect(try await say(.accepted, minute: 1, fixture).outcome == .recorded)
        #expect(try await offers(fixture) == 0)
    }

    @Test("leaves other offers alone, and a mentor's no ends when they take its offer back by command")
    func otherOffers() async throws {
        let fixture = try await queueWithMei()
        _ = try await fixture.service.ask(OfferSwap(session: code), as: akira)
        #expect(try await say(.accepted, minute: 1, fixture).outcome == .recorded)
        let offer = try #require(try await fixture.service.ask(ListSwaps(program: "nova")).first)
        _ = try await fixture.service.ask(WithdrawSwap(offer: offer.id), as: akira)
        #expect(try await returns(fixture) == 0)
        #expect(try await say(.declined, minute: 2, fixture).outcome == .offered)
        let second = try #require(try await fixture.service.ask(ListSwaps(program: "nova")).first)
        _ = try await fixture.service.ask(WithdrawSwap(offer: second.id), as: akira)
        #expect(try await returns(fixture) == 1)
        #expect(try await invitation("akira", fixture).invitation.participation == .accepted)
        try fixture.clock.set("2026-12-14T12:00:00Z")
        #expect(try await say(.declined, minute: 1, fixture).outcome == .offered)
    }
}
