import CivilTime
import Mentoring
import Persistence
import Testing

@Suite("A revision")
struct RevisionTests {
    @Test("raises SEQUENCE, and LAST-MODIFIED never falls, though the clock does")
    func clockPutBack() async throws {
        let fixture = try await Fixture.with(small(weeks: 1, regions: "asia"))
        _ = try await fixture.office.plan("nova", publish: true)
        func session() async throws -> Session {
            try #require(try await fixture.store.read { try $0.sessions(of: "nova").first { $0.code.week == 1 } })
        }
        _ = try await fixture.office.moveSession("nova-w01-asia", to: local("2027-01-06T18:00"))
        let before = try await session()
        try fixture.clock.set("2026-12-01T09:00:00Z")
        _ = try await fixture.office.moveSession("nova-w01-asia", to: local("2027-01-06T19:00"))
        let after = try await session()
        #expect(after.sequence == before.sequence + 1)
        #expect(after.revised == before.revised)
    }
}
