import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Who did not come twice")
struct YieldingTests {
    /// Ann had a seat in the first two sessions of asia, and `came` to some of them; it is the Wednesday after.
    private func seen(cameTo: Set<Int> = []) async throws -> Fixture {
        let fixture = try await Fixture.with(small(capacity: 2))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob", "cid"] { _ = try await fixture.join(name) }
        for week in 1...2 { _ = try await fixture.enroll("ann", in: "nova-202701-w0\(week)-asia") }
        try fixture.clock.set("2027-01-13T12:00:00Z")
        for week in 1...2 {
            let present = cameTo.contains(week) ? [try EmailAddress("ann@example.org")] : []
            let result = try await fixture.service.ask(
                RecordAttendance(session: "nova-202701-w0\(week)-asia", present: present))
            #expect(result.missed == (present.isEmpty ? ["ann"] : []))
        }
        return fixture
    }

    @Test("lets others go first until two days before the session, and sees why")
    func yields() async throws {
        let fixture = try await seen()
        let result = try await fixture.enroll("ann", in: "nova-202701-w03-asia")
        #expect((result.state, result.position) == (.waitlisted, 1))
        #expect(result.yielding?.missed == ["nova-202701-w02-asia", "nova-202701-w01-asia"])
        #expect(result.yielding?.until == (try instant("2027-01-17T08:00:00Z")))
        #expect(try await fixture.enroll("bob", in: "nova-202701-w03-asia").state == .enrolled)
        // Two days before, what is still free is hers.
        try fixture.clock.set("2027-01-17T07:59:59Z")
        #expect(try await fixture.service.doWhatIsDue().promoted == 0)
        try fixture.clock.set("2027-01-17T08:00:00Z")
        #expect(try await fixture.service.doWhatIsDue().promoted == 1)
        #expect(try await fixture.enroll("ann", in: "nova-202701-w03-asia").state == .enrolled)
    }

    @Test("has the seat that is theirs by then before whoever comes, also before the next round")
    func beforeWhoComes() async throws {
        let fixture = try await seen()
        _ = try await fixture.enroll("ann", in: "nova-202701-w03-asia")
        try fixture.clock.set("2027-01-17T08:00:00Z")
        for name in ["bob", "cid"] { _ = try await fixture.enroll(name, in: "nova-202701-w03-asia") }
        #expect(try await fixture.people(in: "nova-202701-w03-asia") == ["ann", "bob", "(cid)"])
    }

    @Test("waits behind those who came later, until the time is over")
    func behind() async throws {
        let fixture = try await seen()
        _ = try await fixture.enroll("ann", in: "nova-202701-w03-asia")
        for name in ["bob", "cid"] { _ = try await fixture.enroll(name, in: "nova-202701-w03-asia") }
        _ = try await fixture.join("dan")
        #expect(try await fixture.enroll("dan", in: "nova-202701-w03-asia").position == 1)
        #expect(try await fixture.enroll("ann", in: "nova-202701-w03-asia").position == 2)
    }

    @Test("goes first again like anybody once they have come, or have missed only one", arguments: [[1], [2], [1, 2]])
    func cameOnce(weeks: [Int]) async throws {
        let fixture = try await seen(cameTo: Set(weeks))
        #expect(try await fixture.enroll("ann", in: "nova-202701-w03-asia").state == .enrolled)
    }

    @Test("recording again replaces what was recorded")
    func recordedAgain() async throws {
        let fixture = try await seen()
        _ = try await fixture.service.ask(
            RecordAttendance(session: "nova-202701-w02-asia", present: [EmailAddress("ann@example.org")]))
        let result = try await fixture.enroll("ann", in: "nova-202701-w03-asia")
        #expect((result.state, result.yielding) == (.enrolled, nil))
    }

    @Test("nobody comes to what has not begun, or is cancelled")
    func refusals() async throws {
        let fixture = try await seen()
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(RecordAttendance(session: "nova-202701-w03-asia", present: []))
        }
        _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w04-asia", reason: "ill"))
        try fixture.clock.set("2027-03-01T12:00:00Z")
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(RecordAttendance(session: "nova-202701-w04-asia", present: []))
        }
    }
}
