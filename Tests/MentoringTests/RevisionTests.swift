import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing

@Suite("A revision")
struct RevisionTests {
    @Test("raises SEQUENCE, and LAST-MODIFIED never falls, though the clock does")
    func clockPutBack() async throws {
        let fixture = try await Fixture.with(small(weeks: 1, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        func session() async throws -> Session {
            try #require(
                try await fixture.store.read { try $0.sessions(of: "nova").first { $0.code.week == 1 }?.asStored })
        }
        _ = try await fixture.service.ask(MoveSession(session: "nova-202701-w01-asia", to: local("2027-01-06T18:00")))
        let before = try await session()
        try fixture.clock.set("2026-12-01T09:00:00Z")
        _ = try await fixture.service.ask(MoveSession(session: "nova-202701-w01-asia", to: local("2027-01-06T19:00")))
        let after = try await session()
        #expect(after.sequence == before.sequence + 1)
        #expect(after.revised == before.revised)
    }

    @Test("leaves a session that has begun as it is when its mentor leaves, whoever could lead it later that week")
    func begun() async throws {
        let mei =
            "\n  - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: \"Sat 17:00\", prefer: 3 }] }"
        let fixture = try await Fixture.with(small(weeks: 1, regions: "asia") + mei)
        _ = try await fixture.service.plan("nova", publish: true)
        let before = try await fixture.session("nova-202701-w01-asia")
        #expect(before.mentor.name == "Akira")
        for now in ["2027-01-05T08:10:00Z", "2027-01-05T10:00:00Z", "2027-01-06T08:00:00Z"] {
            try fixture.clock.set(now)
            if now == "2027-01-05T10:00:00Z" { _ = try await fixture.service.plan("nova", publish: true) }
            _ = try? await fixture.service.ask(RemoveMentor(program: "nova", email: EmailAddress("akira@example.org")))
            _ = try await fixture.service.plan("nova", publish: true)
            let session = try await fixture.session("nova-202701-w01-asia")
            #expect((session.mentor.name, session.localStart, session.sequence) == ("Akira", before.localStart, 0))
        }
        #expect(try await fixture.session("nova-202701-w01-asia").status == .held)
    }
}
