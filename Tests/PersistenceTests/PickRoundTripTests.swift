import CivilTime
import Mentoring
import MentoringService
import Persistence
import Testing

@Suite("what a session is about") struct PickRoundTripTests {
    let store: SQLiteStore

    init() throws { store = try .inMemory() }

    private func review(
        _ nova: Nova, _ url: String = "https://review.example.org/c/nova/+/1"
    ) async throws -> Review {
        try await store.write { store throws in
            try store.add(
                Review(
                    program: "nova", url: url, title: "t",
                    proposer: nova.trainee.id, proposed: now))
        }
    }

    @Test(
        "comes back with its revision and its questions, empty lines and all",
        arguments: [
            (nil, []), ("3", ["Why?"]), ("6dcb09b5b57875f334f61aebed695e2e4193db5e", ["a", "", "  b 🦊"]),
        ] as [(String?, [String])])
    func pick(revision: String?, questions: [String]) async throws {
        let nova = try await Nova(in: store)
        var session = nova.session
        session.pick = Pick(review: try await review(nova), revision: revision, questions: questions)
        try await store.write { [session] store throws in try store.update(session) }
        try await store.read { [session] store throws in #expect(try store.session(session.id)?.asStored == session) }
        session.pick = nil
        try await store.write { [session] store throws in try store.update(session) }
        try await store.read { [session] store throws in #expect(try store.session(session.id)?.asStored == session) }
    }

    @Test("has no more than 4 KiB of questions, whoever writes them")
    func limit() async throws {
        let nova = try await Nova(in: store)
        var session = nova.session
        session.pick = Pick(review: try await review(nova), questions: [String(repeating: "é", count: 2049)])
        await #expect(throws: StorageFailure.self) {
            try await store.write { [session] store throws in try store.update(session) }
        }
    }

    @Test("is known from its server by what that said last")
    func facts() async throws {
        let nova = try await Nova(in: store)
        let review = try await review(nova)
        var facts = ChangeFacts(
            title: "Fix", owner: "Mei", project: "nova", linesAdded: 3, linesRemoved: nil, state: .open, revision: "1",
            fetched: now)
        for state in ChangeFacts.State.allCases {
            facts.state = state
            facts.fetched = facts.fetched.adding(seconds: 1)
            try await store.write { [facts] store throws in try store.save(facts, of: review.id) }
            try await store.read { [facts] store throws in
                #expect(try store.changeFacts(of: "nova") == [review.id: facts])
                #expect(try store.changeFacts(of: "aurora").isEmpty)
            }
        }
    }

    @Test("is counted by its program's votes, and its server is known to have been asked")
    func votes() async throws {
        let nova = try await Nova(in: store)
        let review = try await review(nova)
        let unloved = try await self.review(nova, "https://review.example.org/c/nova/+/2")
        try await store.write { store throws in
            for person in [nova.trainee.id, nova.other.id, nova.other.id] {
                try store.vote(for: review.id, by: person)
            }
            #expect(try store.votes(of: "nova") == [review.id: 2])
            #expect(try store.votes(of: "aurora").isEmpty)
            for moment in [now, now.adding(seconds: 60)] {
                try store.setAsked(about: unloved.id, at: moment)
                #expect(try store.changesAsked(of: "nova") == [unloved.id: moment])
            }
            try store.setAsked(about: Identifier(99), at: now)
            #expect(try store.changesAsked(of: "nova").count == 1)
        }
    }

    @Test("what somebody was told is known of them, of this matter and this state of it, with when it was last")
    func told() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            let told = Told.pickDue(for: nova.session)
            #expect(try store.lastTold(told) == nil)
            try store.setTold(told, at: now)
            try store.setTold(told, at: now.adding(seconds: 1))
            #expect(try store.lastTold(told) == now.adding(seconds: 1))
            var swapped = nova.session
            swapped.mentor = nova.other
            var moved = nova.session
            let reminder = Told.reminder(.day, of: moved, to: nova.other)
            try store.setTold(reminder, at: now)
            moved.start = moved.start.adding(seconds: 60)
            let others: [Told] = [
                .pickDue(for: swapped), .reminder(.day, of: moved, to: nova.other),
                .reminder(.hour, of: nova.session, to: nova.other),
                .reminder(.day, of: nova.session, to: nova.trainee),
            ]
            for other in others { #expect(try store.lastTold(other) == nil) }
            #expect(try store.lastTold(reminder) == now)
        }
    }
}
