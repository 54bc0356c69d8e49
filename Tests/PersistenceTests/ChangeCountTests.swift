import Mentoring
import MentoringService
import Persistence
import Testing

@Suite("The count of changes")
struct ChangeCountTests {
    @Test("is another one after every write, by this store or another on the same file, and the same after a read")
    func changes() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file("meridian.db"))
        let other = try SQLiteStore(path: folder.file("meridian.db"))
        var seen: Set<Int> = []
        for (writer, release) in [(store, "2026a"), (other, "2026b"), (store, "2026c"), (other, "2026d")] {
            seen.insert(try #require(store.changeCount))
            try await writer.write { try $0.setTimeZoneRelease(release) }
            #expect(store.changeCount == other.changeCount)
        }
        let last = try #require(store.changeCount)
        #expect(seen.count == 4 && !seen.contains(last))
        _ = try await store.read { try $0.programs() }
        #expect(try await store.settledChangeCount() == last)
    }

    @Test("settles on what was committed, and does not count what is taken back")
    func settling() async throws {
        struct TakenBack: Error {}
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file("meridian.db"))
        let other = try SQLiteStore(path: folder.file("meridian.db"))
        let before = store.changeCount
        await #expect(throws: TakenBack.self) {
            try await other.write { transaction in
                try transaction.setTimeZoneRelease("2026a")
                throw TakenBack()
            }
        }
        #expect(try await store.settledChangeCount() == before)

        async let settled = store.settledChangeCount()
        try await other.write { try $0.setTimeZoneRelease("2026b") }
        let after = try #require(other.changeCount)
        #expect([before, after].contains(try await settled))
        #expect(after != before)
    }

    @Test("goes on in memory")
    func inMemory() async throws {
        let store = try SQLiteStore.inMemory()
        let before = try #require(store.changeCount)
        try await store.write { try $0.setTimeZoneRelease("2026a") }
        #expect(store.changeCount != before)
        #expect(try await store.settledChangeCount() == store.changeCount)
    }
}
