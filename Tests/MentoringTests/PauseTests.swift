import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Synchronization
import TestSupport
import Testing

@Suite("A program that pauses")
struct PauseTests {
    @Test("takes in no sign-up and no proposal, and its mail waits until it goes on")
    func pause() async throws {
        let fixture = try await Fixture.with(small(weeks: 1, regions: "asia"))
        let ann = try await fixture.join("ann")
        for _ in 1...2 { #expect(try await fixture.service.ask(PauseProgram(program: "nova")).paused == true) }
        _ = try await fixture.service.plan("nova", publish: true)
        let refused = { (body: @Sendable () async throws -> Void) in
            let refusal = await #expect(throws: Refusal.self) { try await body() }
            #expect(refusal?.reason == .notAllowed)
        }
        await refused {
            _ = try await fixture.service.ask(
                AskToJoin(program: "nova", name: "Eve", email: EmailAddress("eve@example.org"), zone: "Etc/UTC"),
                by: .nobody, at: fixture.addresses, joining: .open)
        }
        let propose: @Sendable () async throws -> Void = {
            _ = try await fixture.service.ask(
                ProposeReview(program: "nova", url: "https://review.example.org/c/nova/+/1"), as: ann)
        }
        await refused(propose)
        let post = Postbag()
        // However long it pauses, nothing is late, lost or tried in vain.
        try fixture.clock.set("2026-12-31T09:00:00Z")
        let report = try #require(try await fixture.service.sendOutbox(through: post))
        #expect((report.sent, report.waiting, report.refused) == (0, 1, 0))
        #expect(try await fixture.service.waitingMail().count == 0)
        #expect(try await fixture.service.program("nova").paused == true)
        for _ in 1...2 { #expect(try await fixture.service.ask(ResumeProgram(program: "nova")).paused == false) }
        #expect(try await fixture.service.sendOutbox(through: post)?.sent == 1)
        #expect(post.taken.withLock { $0 } == ["entrusted nova-202701-w01-asia"])
        try await propose()
    }

    @Test("keeps no other program's mail back, to the same person either")
    func others() async throws {
        let fixture = try await Fixture.with(small(weeks: 1, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        let other = small(start: "2027-02-01", weeks: 1, regions: "asia").replacing("nova", with: "glance")
        try await fixture.apply(other)
        _ = try await fixture.service.plan("glance", publish: true)
        _ = try await fixture.service.ask(PauseProgram(program: "nova"))
        let post = Postbag()
        #expect(try await fixture.service.sendOutbox(through: post)?.sent == 1)
        #expect(post.taken.withLock { $0 } == ["entrusted glance-202702-w01-asia"])
    }
}

/// Takes every mail, and keeps what it is about.
private final class Postbag: MailDelivery {
    let taken = Mutex<[String]>([])

    func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome {
        taken.withLock { $0.append(message.subject) }
        return .sent
    }
}
