import GRDB
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@testable import Persistence

/// The schema itself keeps a seat from staying free while somebody eligible waits.
@Suite("No seat stays free while somebody waits") struct IdleSeatTests {
    let store: SQLiteStore
    let nova: Nova

    init() async throws {
        store = try SQLiteStore.inMemory()
        nova = try await Nova(in: store)
    }

    /// Two seats taken and one person waiting.
    private func full(capacity: Int = 2) async throws -> (Enrollment, waiting: Enrollment) {
        try await store.write { store throws in
            var session = nova.session
            session.capacity = capacity
            try store.update(session)
            let first = try store.add(nova.enrollment(nova.mentor, seat: 1))
            _ = try store.add(nova.enrollment(nova.other, seat: 2))
            return (first, try store.add(nova.enrollment(nova.trainee, seat: nil)))
        }
    }

    @Test("leaving without letting anybody move up does not commit")
    func leaving() async throws {
        let (first, _) = try await full()
        await #expect(throws: StorageFailure.self) { try await store.write { try $0.remove(first.id) } }
        #expect(try await store.read { try $0.enrollments(in: nova.session.id) }.count == 3)
    }

    @Test("leaving and moving up in one transaction does")
    func promotion() async throws {
        let (first, waiting) = try await full()
        try await store.write { store throws in
            try store.remove(first.id)
            try store.seat(waiting.id, at: 1, confirmBy: nil)
        }
        #expect(try await store.read { try $0.enrollments(in: nova.session.id) }.allSatisfy { $0.seat != nil })
    }

    @Test("nor does waiting beside a free seat")
    func waitingBesideAFreeSeat() async throws {
        await #expect(throws: StorageFailure.self) {
            try await store.write { _ = try $0.add(nova.enrollment(nova.trainee, seat: nil)) }
        }
    }

    @Test("nor more seats without filling them, nor letting somebody go before others and not filling theirs")
    func moreSeats() async throws {
        let (_, waiting) = try await full()
        var session = nova.session
        session.capacity = 3
        await #expect(throws: StorageFailure.self) { try await store.write { [session] in try $0.update(session) } }
        try await store.write { [session] store throws in
            try store.update(session)
            try store.seat(waiting.id, at: 3, confirmBy: nil)
        }
    }

    @Test("somebody who yields may wait beside a free seat, until they yield no more")
    func yielding() async throws {
        let yielding = try await store.write { store throws in
            var enrollment = nova.enrollment(nova.trainee, seat: nil)
            enrollment.yields = true
            return try store.add(enrollment)
        }
        await #expect(throws: StorageFailure.self) {
            try await store.write { try $0.setYielding(false, of: yielding.id) }
        }
        #expect(try await store.read { try $0.yieldingEnrollments() } == [yielding])
        try await store.write { store throws in
            try store.setYielding(false, of: yielding.id)
            try store.seat(yielding.id, at: 1, confirmBy: nil)
        }
    }

    @Test("a cancelled session asks nobody")
    func cancelled() async throws {
        let (first, _) = try await full()
        try await store.write { store throws in
            var session = nova.session
            session.status = .cancelled
            session.sequence += 1
            try store.update(session)
            try store.remove(first.id)
        }
    }

    @Test("without the triggers the same is committed: it is they that hold it")
    func control() async throws {
        let (first, _) = try await full()
        try await store.queue.write { database in
            for name in ["enrolling", "leaving", "moving_up", "revision"] {
                try database.execute(sql: "DROP TRIGGER idle_seat_after_\(name)")
            }
        }
        try await store.write { try $0.remove(first.id) }
        #expect(try await store.read { try $0.enrollments(in: nova.session.id) }.count == 2)
    }
}
