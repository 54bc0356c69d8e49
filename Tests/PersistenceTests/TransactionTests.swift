import Mentoring
import MentoringService
import Persistence
import Testing

@Suite("a write is all or nothing") struct TransactionTests {
    @Test("what the body throws passes unchanged, and nothing that it did stays")
    func thrownError() async throws {
        let store = try SQLiteStore.inMemory()
        let refusal = Refusal(.full, "the session is full")
        await #expect(throws: refusal) {
            try await store.write { store throws in
                _ = try store.add(Nova.person("mei"))
                throw refusal
            }
        }
        await #expect(throws: refusal) { try await store.read { _ in throw refusal } }
        #expect(try await store.read { try $0.people() }.isEmpty)
    }

    @Test("a change that the schema refuses takes the earlier changes of its transaction along")
    func refusedChange() async throws {
        let store = try SQLiteStore.inMemory()
        await #expect(throws: StorageFailure.self) {
            try await store.write { store throws in
                _ = try store.add(Nova.person("mei"))
                _ = try store.add(Nova.person("mei"))
            }
        }
        #expect(try await store.read { try $0.people() }.isEmpty)
    }

    @Test("a body that reads cannot write, even when it knows how")
    func writingReader() async throws {
        let store = try SQLiteStore.inMemory()
        await #expect(throws: StorageFailure.self) {
            try await store.read { store in _ = try (store as? any StoreWriting)?.add(Nova.person("mei")) }
        }
        try await store.write { store in _ = try store.add(Nova.person("mei")) }
    }

    @Test("two stores on one file see each other's changes")
    func twoStores() async throws {
        let folder = try TemporaryFolder()
        let first = try SQLiteStore(path: folder.file("meridian.db"))
        let second = try SQLiteStore(path: folder.file("meridian.db"))
        let mei = try await first.write { try $0.add(Nova.person("mei")) }
        #expect(try await second.read { try $0.people() } == [mei])
        let ana = try await second.write { try $0.add(Nova.person("ana")) }
        #expect(try await first.read { try $0.people() } == [ana, mei])
    }

    @Test("what was written is there when the file is opened again")
    func reopened() async throws {
        let folder = try TemporaryFolder()
        let nova = try await Nova(in: SQLiteStore(path: folder.file("meridian.db")))
        let sessions = try await SQLiteStore(path: folder.file("meridian.db")).read {
            try $0.sessions(of: "nova").map(\.asStored)
        }
        #expect(sessions == [nova.session])
    }
}
