import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Enrolling")
struct EnrollTests {
    private func planned(capacity: Int = 2, now: String = "2026-12-14T09:00:00Z") async throws -> Fixture {
        let fixture = try await Fixture.with(small(capacity: capacity), now: now)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob", "cid", "dan"] { _ = try await fixture.join(name) }
        return fixture
    }

    @Test("seats go first, then places in the queue, in order")
    func order() async throws {
        let fixture = try await planned()
        let results = try await [
            fixture.enroll("ann", in: "nova-202701-w01-asia"), fixture.enroll("bob", in: "nova-202701-w01-asia"),
            fixture.enroll("cid", in: "nova-202701-w01-asia"), fixture.enroll("dan", in: "nova-202701-w01-asia"),
        ]
        #expect(results.map(\.state) == [.enrolled, .enrolled, .waitlisted, .waitlisted])
        #expect(results.map(\.position) == [nil, nil, 1, 2])
    }

    @Test("the answer tells the local hour, whether it is humane, what else is in reach, and the feed")
    func answer() async throws {
        let fixture = try await planned()
        _ = try await fixture.join("ada", zone: "America/Bogota")
        let result = try await fixture.enroll("ada", in: "nova-202701-w01-asia")
        #expect(result.localStart == (try local("2027-01-05T03:00")))
        #expect(result.hours == .night)
        #expect(
            result.nextReachable == ["nova-202701-w01-europe", "nova-202701-w01-americas", "nova-202701-w02-europe"])
        #expect(result.feed.hasPrefix("https://training.example.org/feeds/"))
        #expect(try await fixture.enroll("ada", in: "nova-202701-w01-asia").feed == result.feed)
    }

    @Test("enrolling twice answers the same, takes one seat and sends one mail")
    func twice() async throws {
        let fixture = try await planned()
        let first = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        let mails = try await fixture.service.ask(ListOutbox()).count
        #expect(try await fixture.enroll("ann", in: "nova-202701-w01-asia") == first)
        #expect(try await fixture.session("nova-202701-w01-asia").enrolled == 1)
        #expect(try await fixture.service.ask(ListOutbox()).count == mails)
    }

    @Test("who leaves frees the seat for whoever waits longest, and only those two are told")
    func promotion() async throws {
        let fixture = try await planned(capacity: 1)
        for name in ["ann", "bob", "cid"] { _ = try await fixture.enroll(name, in: "nova-202701-w01-asia") }
        let mails = try await fixture.service.ask(ListOutbox()).count
        let left = try await fixture.service.ask(
            Leave(session: "nova-202701-w01-asia"), as: EmailAddress("ann@example.org"))
        #expect(left.promoted == 1)
        #expect(
            try await fixture.mail(after: mails) == [
                "left nova-202701-w01-asia → ann", "promoted nova-202701-w01-asia → bob",
            ])
        #expect(try await fixture.enroll("cid", in: "nova-202701-w01-asia").position == 1)
    }

    @Test("who left and comes back gets the same event with a higher sequence")
    func comeBack() async throws {
        let fixture = try await planned()
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        let ann = try EmailAddress("ann@example.org")
        _ = try await fixture.service.ask(Leave(session: "nova-202701-w01-asia"), as: ann)
        let cancelled = try await fixture.invitation(of: ann, to: "nova-202701-w01-asia").invitation
        #expect((cancelled.method, cancelled.sequence) == (.cancel, 1))
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        let again = try await fixture.invitation(of: ann, to: "nova-202701-w01-asia").invitation
        #expect((again.method, again.sequence) == (.request, 1))
        #expect(again.stamp > cancelled.stamp)
    }

    @Test("a standing enrollment covers what is planned now and what is planned later")
    func standing() async throws {
        let fixture = try await planned()
        let ann = try EmailAddress("ann@example.org")
        let all = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .europe), as: ann)
        #expect(all.sessions.map(\.session) == (1...4).map { "nova-202701-w0\($0)-europe" })
        try await fixture.apply(small(weeks: 5, capacity: 2))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.session("nova-202701-w05-europe").enrolled == 1)
        let left = try await fixture.service.ask(LeaveForSeason(program: "nova", region: .europe), as: ann)
        #expect(left.count == 5)
    }

    /// Asia's and Europe's sessions of two weeks at the same hours, and ann, who is a trainee.
    private func clashing() async throws -> (Fixture, EmailAddress) {
        let yaml = small(weeks: 2, regions: "asia, europe").replacing("Wed 17:00", with: "Tue 09:00")
        let fixture = try await Fixture.with(yaml)
        _ = try await fixture.service.plan("nova", publish: true)
        let ann = try await fixture.join("ann")
        return (fixture, ann)
    }

    @Test("a standing enrollment says which sessions it leaves out, and why, and so does their own page")
    func leftOut() async throws {
        let (fixture, ann) = try await clashing()
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        let all = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .europe), as: ann)
        #expect(all.sessions.map(\.session) == ["nova-202701-w02-europe"])
        let other = "nova-202701-w01-europe"
        #expect(
            all.leftOut == [
                .init(
                    session: other,
                    reason: "\(other) overlaps nova-202701-w01-asia, in which you take part; "
                        + "leave that first: meridian leave nova-202701-w01-asia")
            ])
        let seasons = try await fixture.service.ownPage(of: ann).wholeSeasons
        #expect(seasons.map(\.leftOut) == [[], [other]])
    }

    @Test("what is next in somebody's day is nothing at the time of something else of theirs, nor what they have left")
    func next() async throws {
        let (fixture, ann) = try await clashing()
        _ = try await fixture.enroll("ann", in: "nova-202701-w02-asia")
        _ = try await fixture.service.ask(Leave(session: "nova-202701-w02-asia"), as: ann)
        let result = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        #expect(result.nextReachable == ["nova-202701-w02-europe"])
    }

    @Test("a seat more in a session that has begun is nobody's, and nobody is told of it")
    func seatTooLate() async throws {
        let fixture = try await planned(capacity: 1)
        for name in ["ann", "bob"] { _ = try await fixture.enroll(name, in: "nova-202701-w01-asia") }
        // The file's number counts from now on, when it is too late for this session.
        try fixture.clock.set("2027-01-05T08:10:00Z")
        try await fixture.apply(small(capacity: 2))
        let mails = try await fixture.service.ask(ListOutbox()).count
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.mail(after: mails).allSatisfy { !$0.contains("nova-202701-w01-asia") })
        let session = try await fixture.session("nova-202701-w01-asia")
        #expect((session.capacity, session.enrolled, session.waitlisted) == (1, 1, 1))
        #expect(try await fixture.session("nova-202701-w02-asia").capacity == 2)
    }

    @Test(
        "what cannot be is refused with a reason",
        arguments: [
            ("ann", "nova-202701-w09-asia", Refusal.Reason.notFound, "did you mean"),
            ("ann", "nova-202701-w01-asai", .notFound, "nova-202701-w01-asia"),
            ("ann", "nva-202701-w01-asia", .notFound, "nova-202701-w01-asia"),
            ("eve", "nova-202701-w01-asia", .notFound, "trainee join"),
            ("akira", "nova-202701-w01-asia", .conflict, "you lead nova-202701-w01-asia"),
            ("ann", "nova-202701-w02-asia", .conflict, "is cancelled (ill)"),
        ])
    func refusals(who: String, code: String, reason: Refusal.Reason, words: String) async throws {
        let fixture = try await planned()
        _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w02-asia", reason: "ill"))
        let refusal = try await #require(throws: Refusal.self) { try await fixture.enroll(who, in: code) }
        #expect(refusal.reason == reason)
        #expect(refusal.description.contains(words), "\(refusal)")
    }

    @Test("a session that has begun can be neither joined nor left")
    func begun() async throws {
        let fixture = try await planned()
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        try fixture.clock.set("2027-01-05T08:00:00Z")
        await #expect(throws: Refusal.self) { try await fixture.enroll("bob", in: "nova-202701-w01-asia") }
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(Leave(session: "nova-202701-w01-asia"), as: EmailAddress("ann@example.org"))
        }
    }

    @Test("a session that was called off stays off, even for whoever had a seat")
    func calledOff() async throws {
        let fixture = try await planned()
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w01-asia", reason: "ill"))
        #expect(try await fixture.service.plan("nova", publish: true).changes == [])
        #expect(try await fixture.session("nova-202701-w01-asia").status == .cancelled)
        let refusal = try await #require(throws: Refusal.self) {
            try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        }
        #expect(refusal.description == "nova-202701-w01-asia is cancelled (ill)")
    }

    @Test("two sessions of one person never overlap")
    func overlap() async throws {
        let fixture = try await planned()
        let second = small().replacing("program: nova", with: "program: other").replacing("Akira", with: "Mei")
            .replacing("akira", with: "mei")
        try await fixture.apply(second)
        _ = try await fixture.service.plan("other", publish: true)
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        let refusal = try await #require(throws: Refusal.self) {
            try await fixture.enroll("ann", in: "other-202701-w01-asia")
        }
        #expect(refusal.description.contains("overlaps nova-202701-w01-asia, in which you take part; leave that first"))
        // Whoever leads the other one cannot leave it.
        _ = try await fixture.service.ask(
            JoinProgram(program: "other", name: "Akira", email: EmailAddress("akira@example.org"), zone: "Asia/Tokyo"))
        let leading = try await #require(throws: Refusal.self) {
            try await fixture.enroll("akira", in: "other-202701-w01-asia")
        }
        #expect(leading.description.hasSuffix("offer that to somebody first: meridian swap offer nova-202701-w01-asia"))
    }

    @Test("a moved session keeps its event and tells those in it")
    func moved() async throws {
        let fixture = try await planned()
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        let before = try await fixture.session("nova-202701-w01-asia")
        let mails = try await fixture.service.ask(ListOutbox()).count
        let change = try await fixture.service.ask(
            MoveSession(session: "nova-202701-w01-asia", to: local("2027-01-06T18:00")))
        #expect(change.told == 2)
        #expect(change.session.uid == before.uid)
        #expect(change.session.sequence == before.sequence + 1)
        #expect(change.session.start == (try instant("2027-01-06T09:00:00Z")))
        #expect(
            try await fixture.mail(after: mails) == [
                "moved nova-202701-w01-asia → akira", "moved nova-202701-w01-asia → ann",
            ])
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(MoveSession(session: "nova-202701-w01-asia", to: local("2027-01-12T18:00")))
        }
        #expect(try await fixture.service.plan("nova", publish: true).changes == [])
    }
}
