import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("What --dry-run says of a session")
struct LookFirstTests {
    private static let asia = "nova-202701-w01-asia"

    /// Asia's and Europe's sessions of the first two weeks, of one seat each: ann and bob sit or wait in both, at their hours.
    private func season(_ more: String = "") async throws -> Fixture {
        let fixture = try await Fixture.with(
            small(weeks: 2, capacity: 1, regions: "asia, europe")
                .replacing("contact: contact@", with: "organizers: [grace@example.org]\n\(more)contact: contact@"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann", zone: "Asia/Kolkata", called: "Ann Rao")
        _ = try await fixture.join("bob", zone: "America/New_York", called: "Bob Lee")
        return fixture
    }

    private func client(_ name: String, _ fixture: Fixture) async throws -> Client {
        let token = try await fixture.service.ask(CreateToken(email: EmailAddress("\(name)@example.org"))).token
        return fixture.client(try #require(try await fixture.service.principal(token: token)))
    }

    /// What is done is what was said before, and what the outbox and the tables have.
    private func done<R: HandledRequest>(
        _ fixture: Fixture, by client: Client? = nil, _ request: (Bool) throws -> R
    ) async throws -> SessionChange where R.Answer == SessionChange {
        let client = client ?? fixture.client()
        func stored() async throws -> [String] {
            try await fixture.store.read { transaction in
                try transaction.programs().flatMap { try transaction.sessions(of: $0.name) }.flatMap { session in
                    try ["\(session.asStored)"] + transaction.enrollments(in: session.id).map { "\($0)" }
                        + transaction.invitations(for: session.id).map { "\($0)" }
                } + transaction.outbox([.pending]).map { "\($0.subject) \($0.recipient)" }
            }
        }
        let before = try await stored()
        var said = try await client.ask(request(true))
        #expect(!said.done)
        #expect(try await stored() == before)
        let places = try await places(fixture)
        let mails = try await fixture.service.ask(ListOutbox()).count
        let done = try await client.ask(request(false))
        #expect(done.done)
        said.done = true
        #expect(said == done)
        let told = Set(try await fixture.service.ask(ListOutbox()).dropFirst(mails).map(\.to))
        #expect(told.count == done.told)
        let effects = try #require(done.effects)
        let names = try await fixture.store.read { transaction in
            try told.map { try transaction.person($0)?.name ?? "\($0)" }.sorted()
        }
        #expect(effects.toldNames.allSatisfy(names.contains))
        let after = try await self.places(fixture)
        let gone = places.keys.filter { after[$0] == nil }
        #expect(gone.count == effects.lost.count + effects.lostElsewhere)
        #expect(effects.lost.allSatisfy { gone.contains("\($0.session) \($0.person)") })
        let up = after.filter { $1 != nil && places[$0] == .some(nil) }
        #expect(up.count == effects.promotions.count + effects.promotedElsewhere)
        #expect(effects.promotions.allSatisfy { up.keys.contains("\($0.session) \($0.person)") })
        return done
    }

    /// Who is enrolled in which session, at which seat.
    private func places(_ fixture: Fixture) async throws -> [String: Int?] {
        try await fixture.store.read { transaction in
            let sessions = try transaction.programs().flatMap { try transaction.sessions(of: $0.name) }
            let all = try sessions.flatMap { session in
                try transaction.enrollments(in: session.id).map { ("\(session.code) \($0.person.name)", $0.seat) }
            }
            return Dictionary(uniqueKeysWithValues: all)
        }
    }

    @Test("that is called off: whom its hour suits, and who is told")
    func cancelled() async throws {
        let fixture = try await season()
        for name in ["ann", "bob"] { _ = try await fixture.enroll(name, in: Self.asia) }
        let change = try await done(fixture) { CancelSession(session: Self.asia, reason: "ill", dryRun: $0) }
        let effects = try #require(change.effects)
        #expect(effects.toldNames == ["Akira", "Ann Rao", "Bob Lee"])
        #expect(effects.hours.map(\.region) == [.asia, .europe, .americas])
        #expect(effects.hours.map(\.people) == [.init(humane: 2), .init(humane: 1), .init(night: 1)])
        #expect(effects.hours.map(\.present) == [.init(humane: 2), .init(), .init(night: 1)])
        #expect(effects.ownHours.map(\.person) == ["Akira", "Ann Rao", "Bob Lee"])
        #expect(change.before?.status == .announced && change.session.status == .cancelled)
    }

    @Test("that moves onto another: who loses a seat, who moves up for it, whom a free seat passes by")
    func moved() async throws {
        let fixture = try await season()
        let europe = "nova-202701-w01-europe"
        for name in ["ann", "bob"] { _ = try await fixture.enroll(name, in: Self.asia) }
        _ = try await fixture.enroll("ann", in: europe)
        let change = try await done(fixture) {
            MoveSession(session: Self.asia, to: try local("2027-01-07T01:00"), dryRun: $0)
        }
        let effects = try #require(change.effects)
        #expect(effects.lost == [.init(session: Self.asia, person: "Ann Rao", reason: "they attend \(europe) then")])
        #expect(effects.promotions == [.init(session: Self.asia, person: "Bob Lee")])
        #expect(effects.toldNames == ["Akira", "Ann Rao", "Bob Lee"])
        #expect(effects.ownHours.map(\.hours) == [.night, .humane])
        #expect(change.before?.localStart == (try local("2027-01-05T17:00")))
    }

    @Test("that moves onto a frozen day, or one on which its mentor is away")
    func barred() async throws {
        let fixture = try await season()
        _ = try await fixture.service.ask(
            AddFreeze(program: "nova", days: DayRange("2027-01-06..2027-01-06"), reason: "release", regions: [.asia]))
        _ = try await fixture.service.ask(
            AddAway(email: EmailAddress("akira@example.org"), days: DayRange("2027-01-06..2027-01-06")))
        let change = try await done(fixture) {
            MoveSession(session: Self.asia, to: try local("2027-01-06T17:00"), dryRun: $0)
        }
        #expect(
            change.effects?.remarks == [
                "2027-01-06 is frozen (release), so the next plan does not leave it so",
                "Akira is away on 2027-01-06, so the next plan does not leave it so",
            ])
        #expect(try await fixture.service.plan("nova", publish: false).changes.contains { $0.session == Self.asia })
    }

    @Test("a mentor is told the names of those in their session, and not who organizes, or where people live")
    func mentorLooks() async throws {
        let fixture = try await season()
        for name in ["ann", "bob"] { _ = try await fixture.enroll(name, in: Self.asia) }
        let change = try await done(fixture, by: client("akira", fixture)) {
            CancelSession(session: Self.asia, reason: "ill", dryRun: $0)
        }
        let effects = try #require(change.effects)
        #expect((change.told, effects.toldNames) == (4, ["Akira", "Ann Rao", "Bob Lee"]))
        #expect(effects.ownHours.map(\.person) == ["Akira"])
    }

    @Test("of another program's session only its organizers are told which it is, and who moves up in it")
    func anotherProgram() async throws {
        let two = small(weeks: 2, capacity: 1, regions: "europe").replacing("program: nova", with: "program: two")
            .replacing("name: Zoe, email: zoe", with: "name: Ben, email: ben")
            .replacing("\"Wed 17:00\"", with: "\"Thu 17:00\"")
        let fixture = try await season()
        try await fixture.apply(two)
        _ = try await fixture.service.plan("two", publish: true)
        _ = try await fixture.enroll("ann", in: Self.asia)
        _ = try await fixture.enroll("ann", in: "two-202701-w01-europe")
        let busy = MoveSession(session: "nova-202701-w01-europe", to: try local("2027-01-07T17:00"), dryRun: true)
        let grace = try await client("grace", fixture)
        // Zoe has spoken here, and has a seat there, which is binding.
        _ = try await fixture.join("zoe", zone: "Europe/Berlin", called: "Zoe")
        _ = try await fixture.enroll("zoe", in: "two-202701-w02-europe")
        let onto = MoveSession(session: "nova-202701-w02-europe", to: try local("2027-01-14T17:00"), dryRun: true)
        let refused = await #expect(throws: Refusal.self) { try await grace.ask(onto) }
        #expect(refused?.description.hasPrefix("Zoe attends another session at that time") == true)
        let open = await #expect(throws: Refusal.self) { try await fixture.client().ask(onto) }
        #expect(open?.description.hasPrefix("Zoe attends two-202701-w02-europe at that time") == true)
        #expect(try await grace.ask(busy).effects?.lost == [])
        let change = try await done(fixture, by: grace) {
            MoveSession(session: Self.asia, to: try local("2027-01-08T01:00"), dryRun: $0)
        }
        // That she is in another program's session then is for its organizers: here it is a number, and she is left out nowhere.
        let effects = try #require(change.effects)
        #expect((effects.lost, effects.lostElsewhere) == ([], 1))
        #expect(effects.ownHours.map(\.person) == ["Akira", "Ann Rao"] && effects.toldNames.contains("Ann Rao"))
    }

    @Test("who waits and is in another program's session then is not told from who waits on")
    func passedBy() async throws {
        let two = small(weeks: 2, capacity: 1, regions: "europe").replacing("program: nova", with: "program: two")
            .replacing("name: Zoe, email: zoe", with: "name: Ben, email: ben")
            .replacing("\"Wed 17:00\"", with: "\"Thu 17:00\"")
        let fixture = try await season()
        try await fixture.apply(two)
        _ = try await fixture.service.plan("two", publish: true)
        for name in ["ann", "bob"] { _ = try await fixture.enroll(name, in: Self.asia) }
        // Ann's seat is free at the new hour, at which Bob, who waits for it, is elsewhere.
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-europe")
        _ = try await fixture.service.ask(
            MoveSession(session: "nova-202701-w01-europe", to: local("2027-01-07T17:00")))
        _ = try await fixture.enroll("bob", in: "two-202701-w01-europe")
        let move = MoveSession(session: Self.asia, to: try local("2027-01-08T01:00"), dryRun: true)
        let seen = try #require(try await client("grace", fixture).ask(move).effects)
        #expect(seen.lost.map(\.person) == ["Ann Rao"] && seen.passedBy == [] && seen.promotions == [])
        #expect(try await fixture.client().ask(move).effects?.passedBy.map(\.person) == ["Bob Lee"])
    }
}
