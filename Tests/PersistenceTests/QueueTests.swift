import GRDB
import Mentoring
import MentoringService
import Testing

@testable import Persistence

@Suite("Who waits no more is noted while it changes")
struct QueueTests {
    let store: SQLiteStore
    let nova: Nova

    init() async throws {
        store = try SQLiteStore.inMemory()
        nova = try await Nova(in: store, capacity: 1)
    }

    /// A seat taken and one person waiting.
    private func full() async throws -> (seated: Enrollment, waiting: Enrollment) {
        try await store.write { store throws in
            (
                try store.add(nova.enrollment(nova.other, seat: 1)),
                try store.add(nova.enrollment(nova.trainee, seat: nil))
            )
        }
    }

    private func change(_ enrollment: Enrollment) -> QueueChange {
        QueueChange(
            enrollment: enrollment.id, session: enrollment.session, person: enrollment.person.id, yielded: false)
    }

    @Test("nothing, where nothing changes, and what was so before is none")
    func nothing() async throws {
        _ = try await full()
        let changes = try await store.write { try $0.queueChanges(since: $0.noteQueues()) }
        #expect(changes.isEmpty)
    }

    @Test("moving up, leaving and letting others go first, each with what was so before")
    func changes() async throws {
        let (seated, waiting) = try await full()
        let promoted = try await store.write { store throws in
            let mark = try store.noteQueues()
            try store.setYielding(true, of: waiting.id)
            try store.remove(seated.id)
            try store.setYielding(false, of: waiting.id)
            try store.seat(waiting.id, at: 1, confirmBy: nil)
            return try store.queueChanges(since: mark)
        }
        #expect(promoted == [change(waiting)])
    }

    @Test("whoever waits since is none of those who waited, nor is whoever had a seat")
    func joined() async throws {
        let changes = try await store.write { store throws in
            let seated = try store.add(nova.enrollment(nova.other, seat: 1))
            let mark = try store.noteQueues()
            let waiting = try store.add(nova.enrollment(nova.trainee, seat: nil))
            try store.remove(seated.id)
            try store.seat(waiting.id, at: 1, confirmBy: nil)
            return try store.queueChanges(since: mark)
        }
        #expect(changes.isEmpty)
    }

    @Test("what changed before the mark, or was taken back, is not noted")
    func marks() async throws {
        let (seated, waiting) = try await full()
        let first = try await store.write { store throws in
            let mark = try store.noteQueues()
            try store.setYielding(true, of: waiting.id)
            return (
                noted: try store.queueChanges(since: mark), since: try store.queueChanges(since: store.noteQueues())
            )
        }
        #expect(first.noted == [change(waiting)])
        #expect(first.since.isEmpty)
        await #expect(throws: CancellationError.self) {
            try await store.write { store throws in
                try store.remove(seated.id)
                throw CancellationError()
            }
        }
        let later = try await store.write { try $0.queueChanges(since: QueueMark(number: 0)) }
        #expect(later.map(\.enrollment) == [waiting.id])
    }

    @Test("it needs no room on the disk")
    func inMemory() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file("meridian.db"))
        let place = try await store.queue.read { try Int.fetchOne($0, sql: "PRAGMA temp_store") }
        #expect(place == 2)
    }
}
