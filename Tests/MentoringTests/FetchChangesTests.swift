import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Synchronization
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("Fetching changes")
struct FetchChangesTests {
    private static let first = "https://review.example.org/c/nova/+/1"
    private static let second = "https://review.example.org/c/nova/+/2"

    private func planned(proposing urls: [String] = [first, second]) async throws -> Fixture {
        let fixture = try await Fixture.with(
            small(weeks: 1, regions: "asia").replacing(
                "announce-weeks:", with: "reviews: { hosts: [review.example.org], proposals: open }\nannounce-weeks:"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        for url in urls {
            _ = try await fixture.service.ask(
                ProposeReview(program: "nova", url: url, title: url.contains("/+/") ? nil : "t"),
                as: EmailAddress("ann@example.org"))
        }
        return fixture
    }

    private func outcomes(_ fixture: Fixture, _ ids: Int64...) async throws -> [FetchedChange.Outcome] {
        try await fixture.service.ask(FetchChanges(program: "nova", reviews: ids.map { Identifier($0) })).map(\.outcome)
    }

    @Test("records what servers say, keeps it for an hour, and gives a title to what had none")
    func recorded() async throws {
        let fixture = try await planned()
        fixture.servers.set(Self.first, title: "Fix the race", revision: "7")
        #expect(try await outcomes(fixture) == [.fetched, .failed])
        let review = try await #require(
            fixture.service.ask(ListReviews(program: "nova")).first { $0.id == Identifier(1) })
        #expect(review.title == "Fix the race")
        #expect(review.change?.revision == "7")
        #expect(review.change?.fetched == fixture.clock.now())
        fixture.servers.set(Self.second)
        #expect(try await outcomes(fixture) == [.fresh, .fetched])
        // Named ones are asked about at once.
        #expect(try await outcomes(fixture, 1) == [.fetched])
        try fixture.clock.set("2026-12-14T10:00:00Z")
        #expect(try await outcomes(fixture) == [.fetched, .fetched])
        let picked = try await fixture.service.ask(
            PickReview(session: "nova-202701-w01-asia", choice: .number(Identifier(1))), by: mentor("akira"))
        #expect(picked.session.review?.edition == "patch set 7")
    }

    @Test("a title that comes after the pick comes into everybody's calendar, once")
    func titleAfterPick() async throws {
        let fixture = try await planned()
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        let picked = try await fixture.service.ask(
            PickReview(session: "nova-202701-w01-asia", choice: .number(Identifier(1))), by: mentor("akira"))
        #expect(picked.session.review?.title == "nova 1")
        let mails = try await fixture.service.ask(ListOutbox()).count
        fixture.servers.set(Self.first, title: "Fix the race", revision: "7")
        _ = try await outcomes(fixture, 1)
        let session = try await fixture.session("nova-202701-w01-asia")
        #expect(session.review?.title == "Fix the race")
        #expect(session.sequence == picked.session.sequence + 1)
        #expect(
            try await Set(fixture.mail(after: mails)) == [
                "reviewPicked nova-202701-w01-asia → akira", "reviewPicked nova-202701-w01-asia → ann",
            ])
        _ = try await outcomes(fixture, 1)
        #expect(try await fixture.session("nova-202701-w01-asia").sequence == session.sequence)
    }

    @Test("asks about sixteen at a time, the newest first, and about the others the next time")
    func many() async throws {
        let urls = (1...18).map { "https://review.example.org/c/nova/+/\($0)" }
        let fixture = try await planned(proposing: urls)
        for url in urls { fixture.servers.set(url) }
        let first = try await outcomes(fixture)
        #expect(first == [.later, .later] + Array(repeating: .fetched, count: 16))
        #expect(try await outcomes(fixture) == [.fetched, .fetched] + Array(repeating: .fresh, count: 16))
        await #expect(throws: BadInput.self) {
            try await fixture.service.ask(FetchChanges(program: "nova", reviews: (1...17).map { Identifier($0) }))
        }
    }

    @Test("a server that does not answer keeps nobody else from being asked the next time")
    func notStarved() async throws {
        let urls = (1...20).map { "https://review.example.org/c/nova/+/\($0)" }
        let fixture = try await planned(proposing: urls)
        for url in urls.prefix(4) { fixture.servers.set(url) }
        #expect(try await fixture.service.ask(FetchChanges(program: "nova")).failure == "review.example.org is asleep")
        try fixture.clock.set("2026-12-14T09:01:00Z")
        let next = try await outcomes(fixture)
        // Of those that did not answer the twelve newest were tried once more, and the others are first the next time.
        #expect(
            next.map(\.rawValue)
                == [4, 4, 12].enumerated().flatMap { Array(repeating: ["fetched", "later", "failed"][$0], count: $1) })
        try fixture.clock.set("2026-12-14T09:02:00Z")
        #expect(try await fixture.service.ask(FetchChanges(program: "nova")).failure != nil)
        let asked = fixture.servers.asked.withLock { Set($0.suffix(16)) }
        #expect(asked == Set(urls[4...]))
    }

    @Test("asks no server that the program does not name, and nothing that is no change")
    func notNamed() async throws {
        let fixture = try await planned(proposing: ["https://github.com/o/r/pull/1", "https://review.example.org/x"])
        let all = try await fixture.service.ask(FetchChanges(program: "nova"))
        #expect(all.map(\.outcome) == [.skipped, .skipped])
        #expect(all[0].detail?.contains("reviews: hosts:") == true)
        for id in [1, 2] as [Int64] {
            let refusal = await #expect(throws: Refusal.self) { try await outcomes(fixture, id) }
            #expect(refusal?.reason == .notAllowed)
        }
        #expect(fixture.servers.asked.withLock { $0 } == [])
    }

    @Test("that nobody answers is told, and changes nothing")
    func unreachable() async throws {
        let fixture = try await planned()
        let fetched = try await fixture.service.ask(FetchChanges(program: "nova"))
        #expect(fetched.allSatisfy { $0.outcome == .failed })
        #expect(fetched.failure == "review.example.org is asleep")
        #expect(try await fixture.service.ask(ListReviews(program: "nova")).allSatisfy { $0.change == nil })
    }

    @Test(
        "tells a mentor once that the change was merged or abandoned, with the runner-up",
        arguments: ["merged", "abandoned"])
    func closed(how: String) async throws {
        let state = try #require(ChangeFacts.State(rawValue: how))
        let fixture = try await planned()
        _ = try await fixture.service.ask(
            PickReview(session: "nova-202701-w01-asia", choice: .number(Identifier(1))), by: mentor("akira"))
        fixture.servers.set(Self.first)
        fixture.servers.set(Self.second, title: "Runner-up")
        _ = try await outcomes(fixture)
        let mails = try await fixture.service.ask(ListOutbox()).count
        fixture.servers.set(Self.first, state)
        #expect(
            try await fixture.service.ask(FetchChanges(program: "nova", reviews: [Identifier(1)])).map(\.told) == [
                ["nova-202701-w01-asia"]
            ])
        #expect(
            try await fixture.service.ask(FetchChanges(program: "nova", reviews: [Identifier(1)])).map(\.told) == [[]])
        #expect(try await fixture.mail(after: mails) == ["\(how) Runner-up nova-202701-w01-asia → akira"])
        // The pick, and the title that came after it.
        #expect(try await fixture.session("nova-202701-w01-asia").sequence == 2)
        #expect(try await fixture.service.ask(ListReviews(program: "nova")).map(\.id.rawValue) == [2, 1])
    }
}
