import Mentoring
import MentoringService
import Persistence
import Testing

@Suite("the path to core comes back as it was stored") struct PathRoundTripTests {
    let store: SQLiteStore

    init() throws { store = try .inMemory() }

    @Test("stages come in their order, all areas as all, and saving again replaces them in one program only")
    func stages() async throws {
        _ = try await Nova(in: store)
        let stages = [
            Stage(name: "b", sessions: 1),
            Stage(name: "a", sessions: 2, discussed: 3, areas: .number(4), coLed: 5),
            Stage(name: "c", sessions: 2, discussed: 3, areas: .all, coLed: 5),
        ]
        try await store.write { store throws in
            try store.save(Nova.program("aurora"))
            #expect(try store.stages(of: "nova").isEmpty)
            try store.save(stages, of: "nova")
            try store.save([stages[0]], of: "aurora")
            #expect(try store.stages(of: "nova") == stages)
            try store.save([stages[2], stages[0]], of: "nova")
            #expect(try store.stages(of: "nova") == [stages[2], stages[0]])
            #expect(try store.stages(of: "aurora") == [stages[0]])
        }
    }

    @Test("what a file said comes back, and saving again replaces it in one program only")
    func fileFacts() async throws {
        let nova = try await Nova(in: store)
        let own = FileFact(owner: nova.trainee.id, key: "slot Tue 17:00, prefer", value: "2")
        let facts: Set = [
            own, FileFact(owner: nova.trainee.id, key: "mentor"), FileFact(owner: nil, key: "organizer a@example.org"),
        ]
        try await store.write { store throws in
            try store.save(Nova.program("aurora"))
            #expect(try store.fileFacts(of: "nova").isEmpty)
            try store.save(facts, of: "nova")
            try store.save(Set([own]), of: "aurora")
            #expect(try store.fileFacts(of: "nova") == facts)
            try store.save(Set([own]), of: "nova")
            try store.save(Set<FileFact>(), of: "aurora")
            #expect(try store.fileFacts(of: "nova") == [own])
            #expect(try store.fileFacts(of: "aurora").isEmpty)
        }
    }

    @Test("who led along is kept once a session, and replaced by what is recorded next")
    func coLeaders() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            try store.save(coLeaders: [nova.trainee.id, nova.other.id, nova.trainee.id], of: nova.session.id)
            #expect(try store.sessionsCoLed(by: nova.trainee.id, in: "nova") == [nova.session.id])
            #expect(
                try store.coLeaders(of: nova.session.id)
                    == [nova.trainee, nova.other].sorted { $0.email < $1.email })
            #expect(try store.sessionsCoLed(by: nova.trainee.id, in: "aurora").isEmpty)
            try store.save(coLeaders: [nova.other.id], of: nova.session.id)
            #expect(try store.sessionsCoLed(by: nova.trainee.id, in: "nova").isEmpty)
            #expect(try store.sessionsCoLed(by: nova.other.id, in: "nova") == [nova.session.id])
        }
    }
}
