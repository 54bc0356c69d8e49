import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

// Which of several answers counts, and who hears that theirs does not.

extension ReceiveMailTests {
    private func say(
        _ participation: ParticipationStatus, by name: String = "ann", second: Int64, _ fixture: Fixture
    ) async throws -> ReceivedMail {
        try await answer(name, participation, fixture) { answer, _ in
            answer.stamp = answer.stamp.adding(seconds: second)
        }
    }

    @Test("of the same moment as the one before counts, since it was received last; a replay of either does not")
    func sameMoment() async throws {
        let fixture = try await queue()
        #expect(try await say(.declined, second: 0, fixture).outcome == .left)
        #expect(try await say(.accepted, second: 0, fixture).outcome == .waitlisted)
        for replay in [ParticipationStatus.declined, .accepted] {
            #expect(try await say(replay, second: 0, fixture).outcome == .known)
        }
        #expect(try await fixture.people(in: code) == ["bob", "(ann)"])
        // So does a mentor's.
        #expect(try await say(.declined, by: "akira", second: 0, fixture).outcome == .offered)
        #expect(try await say(.accepted, by: "akira", second: 0, fixture).outcome == .recorded)
        #expect(try await fixture.mail().last == "returned \(code) → contact")
    }

    @Test(
        "that says another thing and is older than the one before changes nothing, and its sender is asked, once a day")
    func older() async throws {
        let fixture = try await queue()
        try await fixture.service.keepPublicAddress(fixture.addresses)
        #expect(try await say(.declined, second: 0, fixture).outcome == .left)
        let old = try await say(.accepted, second: -300, fixture)
        #expect((old.outcome, old.isAsked) == (.known, true))
        #expect(try await fixture.mail().last == "asking answer ACCEPTED \(code) → ann")
        #expect(try await fixture.people(in: code) == ["bob"])
        #expect(try await say(.accepted, second: -200, fixture).isAsked != true)
        // What is so anyhow is asked of nobody.
        #expect(try await say(.declined, second: -100, fixture).isAsked != true)
        let secret = try #require(try await fixture.link().split(separator: "/").last.map(String.init))
        #expect(try await fixture.service.settle(secret, choosing: nil) == .waiting(1))
    }

    @Test("of a mentor that is older and says that they lead it after all is asked about, where they had declined")
    func olderOfMentor() async throws {
        let fixture = try await queueWithMei()
        _ = try await say(.declined, by: "akira", second: 0, fixture)
        #expect(try await say(.tentative, by: "akira", second: -3, fixture).isAsked != true)
        #expect(try await say(.declined, by: "akira", second: -2, fixture).isAsked != true)
        #expect(try await say(.accepted, by: "akira", second: -1, fixture).isAsked == true)
        #expect(try await fixture.service.ask(ListSwaps(program: "nova")).count == 1)
    }

    @Test(
        "with another time that cannot be trusted is asked about as that; one click notes it, and nobody loses a seat")
    func unprovedCounter() async throws {
        let fixture = try await queue()
        try await fixture.service.keepPublicAddress(fixture.addresses)
        let start = try instant("2027-01-05T10:00:00Z")
        let alias = try EmailAddress("ann+work@example.org")
        _ = try await answer("ann", .declined, fixture) { answer, mail in
            (answer.method, answer.proposedStart, mail.sender) = (.counter, start, alias)
        }
        #expect(try await fixture.mail().last == "asking another-time 2027-01-05T10:00:00Z \(code) → ann")
        let secret = try #require(try await fixture.link().split(separator: "/").last.map(String.init))
        #expect(try await fixture.service.mailMatter(secret)?.wish == .anotherTime(start))
        #expect(try await fixture.service.settle(secret, choosing: nil) == .noted)
        #expect(try await fixture.people(in: code) == ["ann", "(bob)"])
        let seen = try await fixture.service.session(code, for: Viewer(email: EmailAddress("akira@example.org")))
        #expect(seen.proposals?.count == 1)
    }
}
