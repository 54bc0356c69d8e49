import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("The review of a session")
struct ReviewTests {
    private static let url = "https://review.example.org/c/nova/+/900001"

    private func planned() async throws -> Fixture {
        let fixture = try await Fixture.with(small())
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] { _ = try await fixture.join(name) }
        return fixture
    }

    private func propose(_ fixture: Fixture, by name: String = "ann", _ url: String = url) async throws -> ReviewView {
        try await fixture.service.ask(
            ProposeReview(program: "nova", url: url, title: "Fix the race", area: "scheduler", difficulty: 3),
            as: EmailAddress("\(name)@example.org"))
    }

    @Test("is proposed once, and listed by votes, then age")
    func proposals() async throws {
        let fixture = try await planned()
        let first = try await propose(fixture)
        let again = try await propose(fixture, by: "bob")
        #expect((again.id, again.votes, again.yours) == (first.id, first.votes, false))
        let second = try await propose(fixture, by: "bob", Self.url + "1")
        let bob = try EmailAddress("bob@example.org")
        for _ in 1...2 { #expect(try await fixture.service.ask(VoteForReview(review: second.id), as: bob).votes == 1) }
        #expect(try await fixture.service.ask(ListReviews(program: "nova")).map(\.id) == [second.id, first.id])
        for _ in 1...2 { #expect(try await fixture.service.ask(TakeBackVote(review: second.id), as: bob).votes == 0) }
        #expect(try await fixture.service.ask(ListReviews(program: "nova")).map(\.id) == [first.id, second.id])
    }

    @Test("is one under every spelling, and under those that an earlier release stored as they were typed")
    func spellings() async throws {
        let fixture = try await planned()
        let first = try await propose(fixture, "https://review.example.org/#/c/900001/")
        for other in [Self.url, Self.url + "/3", "http://review.example.org/900001"] {
            #expect(try await propose(fixture, by: "bob", other).id == first.id)
        }
        #expect(try await propose(fixture, "https://review.example.org/#/c/900002/").id != first.id)
        let ann = try await fixture.store.read { try #require(try $0.person(EmailAddress("ann@example.org"))) }
        let old = try await fixture.store.write { transaction in
            try transaction.add(
                Review(
                    program: .init("nova"), url: "http://review.example.org/r/c/nova/+/7/2/setup.py", title: "t",
                    proposer: ann.id, proposed: fixture.clock.now(), isSeen: true))
        }
        #expect(try await propose(fixture, "https://review.example.org/r/7").id == old.id)
        #expect(Pick(review: old, revision: "3").url == "https://review.example.org/r/c/nova/+/7/3")
    }

    @Test("once picked raises SEQUENCE and tells mentor and seats once; picking it again does nothing")
    func picked() async throws {
        let fixture = try await planned()
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        let review = try await propose(fixture)
        let mails = try await fixture.service.ask(ListOutbox()).count
        let akira = try mentor("akira")
        for told in [2, 0] {
            let change = try await fixture.service.ask(
                PickReview(session: "nova-202701-w01-asia", choice: .number(review.id)), by: akira)
            #expect((change.told, change.session.sequence) == (told, 1))
        }
        #expect(try await fixture.session("nova-202701-w01-asia").review?.title == "Fix the race")
        #expect(
            try await fixture.mail(after: mails) == [
                "reviewPicked nova-202701-w01-asia → akira", "reviewPicked nova-202701-w01-asia → ann",
            ])
        #expect(try await fixture.service.ask(ListReviews(program: "nova")).map(\.state) == [.picked])
        // Planning keeps it.
        #expect(try await fixture.service.plan("nova", publish: true).changes == [])
        #expect(try await fixture.session("nova-202701-w01-asia").review?.id == review.id)
    }

    @Test(
        "an address that is none is refused",
        arguments: [
            "", "review 900001", "ftp://example.org/1", "javascript:alert(1)", "https://", "https:///1", "http:x",
            "https://example.org/a b", "https://example.org/\u{2028}", "https://example.org/\"", "https://exämple.org/",
            "https://user@example.org/1", "https://example.org:99999/1",
            "https://example.org/" + String(repeating: "x", count: 1000),
        ])
    func addresses(url: String) async throws {
        let fixture = try await planned()
        await #expect(throws: BadInput.self) { try await propose(fixture, url) }
        #expect(try await fixture.service.ask(ListReviews(program: "nova")).isEmpty)
    }

    @Test(
        "a server that only some can reach is refused, by name and by number in any spelling",
        arguments: [
            "localhost", "LOCALHOST.", "build.localhost", "intranet", "gerrit.local", "gerrit.local.",
            "git.corp.internal",
            "nas.home.arpa", "127.0.0.1", "127.0.0.1:8080", "127.1", "10.0.0.1", "172.16.0.1", "192.168.1.1",
            "169.254.169.254", "0.0.0.0", "2130706433", "017700000001", "0x7f000001", "0177.0.0.1", "0x7f.0.0.1",
            "example.0x7f000001", "127.0.0.1.", "[::1]", "[fd00::1]", "[fe80::1]", "[::ffff:127.0.0.1]",
        ])
    func privateServers(host: String) async throws {
        let fixture = try await planned()
        let url = "https://\(host)/c/nova/+/1"
        await #expect(throws: BadInput.self) { try await propose(fixture, url) }
        #expect(try await fixture.service.ask(ListReviews(program: "nova")).isEmpty)
    }

    @Test("a mentor cannot bring a change from a server that only some can reach either")
    func privatePick() async throws {
        let fixture = try await planned()
        await #expect(throws: BadInput.self) {
            try await fixture.service.ask(
                PickReview(
                    session: "nova-202701-w01-asia", choice: .change(ChangeAddress("https://gerrit.local/c/nova/+/1"))),
                by: mentor("akira"))
        }
    }

    @Test("a public server is taken, also by number", arguments: ["1.1.1.1", "3com.example.org", "local.example.org"])
    func publicServers(host: String) async throws {
        #expect(try await propose(planned(), "https://\(host)/c/nova/+/1").url == "https://\(host)/c/nova/+/1")
    }

    @Test("what cannot be is refused with a reason")
    func refusals() async throws {
        let fixture = try await planned()
        let review = try await propose(fixture)
        let refused = { (reason: Refusal.Reason, body: () async throws -> Void) in
            let refusal = await #expect(throws: Refusal.self) { try await body() }
            #expect(refusal?.reason == reason)
        }
        let akira = try mentor("akira")
        await refused(.notAllowed) {
            _ = try await fixture.service.ask(
                PickReview(session: "nova-202701-w01-asia", choice: .number(review.id)), by: mentor("zoe"))
        }
        await refused(.notFound) {
            _ = try await fixture.service.ask(
                PickReview(session: "nova-202701-w01-asia", choice: .number(Identifier(9))), by: akira)
        }
        await refused(.notFound) { _ = try await propose(fixture, by: "nobody") }
        _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w01-asia", reason: "ill"))
        await refused(.conflict) {
            _ = try await fixture.service.ask(
                PickReview(session: "nova-202701-w01-asia", choice: .number(review.id)), by: akira)
        }
    }
}
