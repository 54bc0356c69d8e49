import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import ProgramFile
import Synchronization
import TestSupport
import Testing

@Suite("A proposal that no mentor has seen")
struct ReviewVisibilityTests {
    private static let url = "https://review.example.org/c/nova/+/1"
    private let nobody = Caller.anonymous

    private func proposed(_ yaml: String = small(weeks: 1)) async throws -> (Fixture, Identifier<Review>) {
        let fixture = try await Fixture.with(yaml)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] { _ = try await fixture.join(name) }
        let review = try await propose(fixture, by: "ann", "Buy now")
        return (fixture, review.id)
    }

    private func propose(_ fixture: Fixture, by name: String, _ title: String) async throws -> ReviewView {
        try await fixture.service.ask(ProposeReview(program: "nova", url: Self.url, title: title), as: address(name))
    }

    private func address(_ name: String) throws -> EmailAddress { try EmailAddress("\(name)@example.org") }

    private func titles(_ fixture: Fixture, _ caller: Caller) async throws -> [String] {
        try await fixture.service.ask(ListReviews(program: "nova"), by: caller).map(\.title)
    }

    private func trainee(_ name: String) throws -> Caller { Caller(email: try address(name), role: .trainee) }

    @Test("is its proposer's and the mentors' to see, and nobody else can vote for it")
    func hidden() async throws {
        let (fixture, id) = try await proposed()
        for caller in [nobody, try trainee("bob")] { #expect(try await titles(fixture, caller) == []) }
        for caller in [try trainee("ann"), try mentor("akira"), .onThisMachine(as: nil)] {
            #expect(try await titles(fixture, caller) == ["Buy now"])
        }
        let unknown = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(VoteForReview(review: Identifier(99)), as: address("bob"))
        }
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(VoteForReview(review: id), as: address("bob"))
        }
        #expect(refusal?.description == unknown?.description.replacing("99", with: "\(id)"))
        // Their own vote makes nobody else see it.
        _ = try await fixture.service.ask(VoteForReview(review: id), as: address("ann"))
        #expect(try await titles(fixture, nobody) == [])
    }

    @Test("is one of at most a hundred of a person; nobody else's are counted with them")
    func flood() async throws {
        let (fixture, _) = try await proposed()
        func propose(_ number: Int, by name: String) async throws {
            _ = try await fixture.service.ask(
                ProposeReview(program: "nova", url: "https://review.example.org/c/nova/+/\(number)"), as: address(name))
        }
        for number in 2...Limits.proposals { try await propose(number, by: "ann") }
        let refusal = await #expect(throws: Refusal.self) { try await propose(500, by: "ann") }
        #expect(refusal?.reason == .full)
        // What is known already is no new one.
        try await propose(2, by: "ann")
        try await propose(500, by: "bob")
    }

    @Test("says nothing of itself to another who proposes the same")
    func twice() async throws {
        let (fixture, id) = try await proposed()
        let again = try await propose(fixture, by: "bob", "Fix the race")
        #expect((again.id, again.title, again.seen) == (id, "Fix the race", false))
    }

    @Test("is everybody's once a mentor votes for it, accepts it, picks it or proposes it too", arguments: 0..<4)
    func seen(by way: Int) async throws {
        let (fixture, id) = try await proposed()
        switch way {
        case 0:
            _ = try await fixture.service.ask(VoteForReview(review: id), as: address("akira"))
            _ = try await fixture.service.ask(TakeBackVote(review: id), as: address("akira"))
        case 1:
            for _ in 1...2 {
                #expect(try await fixture.service.ask(AcceptReview(review: id), by: mentor("akira")).seen)
            }
        case 2:
            _ = try await fixture.service.ask(
                PickReview(session: "nova-202701-w01-asia", choice: .number(id)), by: mentor("akira"))
        default: _ = try await propose(fixture, by: "akira", "Mine")
        }
        #expect(try await titles(fixture, nobody) == ["Buy now"])
    }

    @Test("is accepted by those who lead the program alone")
    func acceptance() async throws {
        let (fixture, id) = try await proposed()
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(AcceptReview(review: id), by: trainee("ann"))
        }
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(AcceptReview(review: id), by: trainee("bob"))
        }
        #expect(try await titles(fixture, nobody) == [])
    }

    @Test("stands in for no pick, and makes no server be asked")
    func standIn() async throws {
        let terms = "reviews: { hosts: [review.example.org], pick-days: 4 }\nannounce-weeks:"
        let (fixture, id) = try await proposed(
            small(weeks: 1, regions: "asia").replacing("announce-weeks:", with: terms))
        fixture.servers.set(Self.url)
        #expect(try await fixture.service.ask(FetchChanges(program: "nova")).isEmpty)
        #expect(fixture.servers.asked.withLock { $0 } == [])
        for moment in ["2026-12-31T09:00:00Z", "2027-01-02T03:00:00Z"] {
            try fixture.clock.set(moment)
            try await fixture.service.doWhatIsDue()
        }
        #expect(try await fixture.mail().contains("pickDue nothing nova-202701-w01-asia → akira"))
        #expect(try await fixture.session("nova-202701-w01-asia").review == nil)
        _ = try await fixture.service.ask(AcceptReview(review: id), by: mentor("akira"))
        #expect(try await fixture.service.doWhatIsDue().standIns == 1)
    }

    @Test("is nothing special in a program whose proposals are open")
    func open() async throws {
        let (fixture, _) = try await proposed(
            small(weeks: 1).replacing("announce-weeks:", with: "reviews: { proposals: open }\nannounce-weeks:"))
        #expect(try await titles(fixture, nobody) == ["Buy now"])
        #expect(try await fixture.service.ask(ExportProgram(program: "nova")).text.contains("proposals: open"))
    }

    @Test("is withdrawn by its proposer or an organizer, unless a session is about it")
    func withdrawal() async throws {
        let (fixture, id) = try await proposed()
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(WithdrawReview(review: id), by: trainee("bob"))
        }
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(WithdrawReview(review: id), by: mentor("akira"))
        }
        _ = try await fixture.service.ask(WithdrawReview(review: id, dryRun: true), by: trainee("ann"))
        #expect(try await titles(fixture, trainee("ann")) == ["Buy now"])
        _ = try await fixture.service.ask(WithdrawReview(review: id), by: trainee("ann"))
        #expect(try await titles(fixture, .onThisMachine(as: nil)) == [])
        let picked = try await propose(fixture, by: "ann", "Fix the race")
        _ = try await fixture.service.ask(
            PickReview(session: "nova-202701-w01-asia", choice: .number(picked.id)), by: mentor("akira"))
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(WithdrawReview(review: picked.id), by: .onThisMachine(as: nil))
        }
        #expect(refusal?.reason == .conflict)
    }
}
