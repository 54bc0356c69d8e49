import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import Synchronization
import TestSupport
import Testing

@Suite("Mail that is held after a restore")
struct HeldMailTests {
    /// A season planned, with two mails to people who were told; held as after a restore.
    private func held() async throws -> Fixture {
        let fixture = try await Fixture.with(small(weeks: 1, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        let moment = fixture.clock.now()
        try await fixture.store.write { try $0.setMailHeld(since: moment) }
        return fixture
    }

    @Test("does not leave, nor does what is written meanwhile, until it is released")
    func released() async throws {
        let fixture = try await held()
        let post = Post()
        let since = fixture.clock.now()
        _ = try await fixture.join("ben")
        _ = try await fixture.enroll("ben", in: "nova-202701-w01-asia")
        let report = try #require(try await fixture.service.sendOutbox(through: post))
        #expect((report.sent, report.waiting, report.heldSince) == (0, 3, since))
        #expect(post.taken.withLock { $0.isEmpty })
        #expect(try await fixture.service.ask(ListOutbox()).map(\.heldSince) == [since, since, since])
        let released = try await fixture.service.ask(ReleaseMail())
        #expect((released.released, released.dropped) == (3, 0))
        #expect(try await fixture.service.sendOutbox(through: post)?.sent == 3)
        await #expect(throws: Refusal.self) { try await fixture.service.ask(ReleaseMail()) }
    }

    @Test("is dropped for good up to the mail that is named")
    func dropped() async throws {
        let fixture = try await held()
        let first = try #require(try await fixture.service.ask(ListOutbox()).first)
        await #expect(throws: Refusal.self) { try await fixture.service.ask(ReleaseMail(dropThrough: 99)) }
        let released = try await fixture.service.ask(ReleaseMail(dropThrough: Int(first.id.rawValue)))
        #expect((released.released, released.dropped) == (1, 1))
        let post = Post()
        #expect(try await fixture.service.sendOutbox(through: post)?.sent == 1)
        #expect(post.taken.withLock { $0.map(\.recipient) } == ["ann@example.org"])
        let dropped = try #require(try await fixture.service.ask(ListOutbox()).first)
        #expect(dropped.lastError == "dropped, since it had left before the restore")
        #expect(try await fixture.store.read { try $0.outbox([.refused]).map(\.bytes) } == [[]])
    }
}
