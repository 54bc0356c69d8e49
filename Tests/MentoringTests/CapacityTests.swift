import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("The number of seats")
struct CapacityTests {
    private static let code = "nova-202701-w01-asia"

    private func planned(capacity: Int, enrolling names: [String]) async throws -> Fixture {
        let fixture = try await Fixture.with(small(capacity: capacity))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob", "cid", "dan"] { _ = try await fixture.join(name) }
        for name in names { _ = try await fixture.enroll(name, in: Self.code) }
        return fixture
    }

    private func leave(_ name: String, _ fixture: Fixture) async throws {
        _ = try await fixture.service.ask(Leave(session: Self.code), as: EmailAddress("\(name)@example.org"))
    }

    @Test("of a season of its own is told once")
    func ofSeason() async throws {
        func text(_ capacity: Int) -> String {
            small(capacity: 9).replacing("season: {", with: "season: { session: { capacity: \(capacity) },")
        }
        let fixture = try await Fixture.with(text(4))
        #expect(try await fixture.apply(text(3)).map(\.what) == ["capacity 4 → 3"])
    }

    @Test("lowered in the file counts from then on: nobody is put out, and nobody let in above it")
    func lowered() async throws {
        let fixture = try await planned(capacity: 4, enrolling: ["ann", "bob"])
        let changes = try await fixture.apply(small(capacity: 1)).map(\.what)
        #expect(changes == ["capacity 4 → 1; \(Self.code) keeps 2 seats, which are taken"])
        #expect(try await fixture.session(Self.code).capacity == 2)
        #expect(try await fixture.session("nova-202701-w01-europe").capacity == 1)
        #expect(try await fixture.apply(small(capacity: 1)).isEmpty)
        #expect(try await fixture.service.plan("nova", publish: true).changes.isEmpty)
        #expect(try await fixture.enroll("cid", in: Self.code).state == .waitlisted)
        // The first of two seats becomes free: the one that is left counts.
        try await leave("ann", fixture)
        #expect(try await fixture.session(Self.code).capacity == 1)
        #expect(try await fixture.enroll("dan", in: Self.code).position == 2)
        try await leave("bob", fixture)
        let session = try await fixture.session(Self.code)
        #expect((session.capacity, session.enrolled, session.waitlisted) == (1, 1, 1))
    }

    @Test("lowered lets nobody in although the last seat of many is the one taken")
    func lastSeat() async throws {
        let fixture = try await planned(capacity: 3, enrolling: ["ann", "bob", "cid"])
        for name in ["ann", "bob"] { try await leave(name, fixture) }
        #expect(try await fixture.apply(small(capacity: 1)).map(\.what) == ["capacity 3 → 1"])
        #expect(try await fixture.session(Self.code).capacity == 1)
        #expect(try await fixture.enroll("dan", in: Self.code).state == .waitlisted)
    }

    @Test("lowered makes whoever leaves and comes back wait, and so says what they are answered")
    func leaving() async throws {
        let fixture = try await planned(capacity: 4, enrolling: ["ann", "bob"])
        func waits(_ name: String) async throws -> Bool {
            try await fixture.service.ask(Leave(session: Self.code), as: EmailAddress("\(name)@example.org")).waits
        }
        #expect(try await !waits("ann"))
        _ = try await fixture.enroll("ann", in: Self.code)
        try await fixture.apply(small(capacity: 1))
        #expect(try await waits("ann"))
        #expect(try await fixture.enroll("ann", in: Self.code).state == .waitlisted)
    }

    @Test("raised lets those in who wait, and says so; a dry run does neither")
    func raised() async throws {
        let fixture = try await planned(capacity: 1, enrolling: ["ann", "bob", "cid"])
        let mails = try await fixture.service.ask(ListOutbox()).count
        let said = ["capacity 1 → 2", "\(Self.code): bob moves up from the waiting list, and is told"]
        #expect(try await fixture.apply(small(capacity: 2), dryRun: true).map(\.what) == said)
        #expect(try await fixture.mail(after: mails).isEmpty)
        #expect(try await fixture.apply(small(capacity: 2)).map(\.what) == said)
        #expect(try await fixture.mail(after: mails) == ["promoted \(Self.code) → bob"])
    }

    @Test("stays as it was once a session has begun", arguments: [3, 1])
    func begun(capacity: Int) async throws {
        let fixture = try await planned(capacity: 2, enrolling: ["ann", "bob", "cid"])
        try fixture.clock.set("2027-01-05T08:10:00Z")
        let before = try await fixture.session(Self.code)
        try #require(before.start <= fixture.clock.now() && fixture.clock.now() < before.end)
        let mails = try await fixture.service.ask(ListOutbox()).count
        _ = try await fixture.apply(small(capacity: capacity))
        _ = try await fixture.service.plan("nova", publish: true)
        let after = try await fixture.session(Self.code)
        #expect((after.capacity, after.enrolled, after.waitlisted) == (2, 2, 1))
        #expect(try await fixture.mail(after: mails).allSatisfy { !$0.contains("promoted \(Self.code)") })
    }
}
