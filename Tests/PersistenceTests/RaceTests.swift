import GRDB
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@testable import Persistence

/// Eight writers, each with a connection of its own to one file, reach for the last seat of a session.
@Suite("a race for the last seat") struct RaceTests {
    static let writers = 8
    let folder: TemporaryFolder
    let stores: [SQLiteStore]
    let nova: Nova
    let people: [Person]

    init() async throws {
        let folder = try TemporaryFolder()
        self.folder = folder
        stores = try (0..<Self.writers).map { _ in try SQLiteStore(path: folder.file("meridian.db")) }
        nova = try await Nova(in: stores[0])
        people = try await stores[0].write { store throws in
            try (0..<Self.writers).map { try store.add(Nova.person("racer-\($0)")) }
        }
    }

    @Test("checked and taken in one write, it goes to exactly one", arguments: [100])
    func oneTransaction(rounds: Int) async throws {
        for round in 1...rounds {
            let session = try await newSession(round)
            let winners = try await race { store, person in
                try await store.write { transaction in
                    let taken = try transaction.enrollments(in: session.id).count
                    guard taken < session.capacity else { return false }
                    _ = try transaction.add(
                        Enrollment(session: session.id, person: person, seat: taken + 1, since: now))
                    return true
                }
            }
            #expect(winners == 1)
            #expect(try await stores[0].read { try $0.enrollments(in: session.id).count } == 1)
        }
    }

    @Test("control: checked in a read and taken in a later write, the schema alone lets exactly one have it")
    func readThenWrite() async throws {
        let session = try await newSession(1)
        let barrier = Barrier(Self.writers)
        let winners = try await race { store, person in
            let free = try await store.read { try $0.enrollments(in: session.id).isEmpty }
            await barrier.wait()
            #expect(free)
            do {
                _ = try await store.write {
                    try $0.add(Enrollment(session: session.id, person: person, seat: 1, since: now))
                }
                return true
            } catch let failure as StorageFailure {
                #expect(failure.description.contains("enrollment.session, enrollment.seat"))
                return false
            }
        }
        #expect(winners == 1)
    }

    @Test("control: the same on a table without the schema's protection overbooks")
    func unprotectedTable() async throws {
        try await stores[0].queue.write { try $0.execute(sql: "CREATE TABLE unprotected(person INTEGER)") }
        let barrier = Barrier(Self.writers)
        let winners = try await race { store, person in
            let free = try await store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM unprotected") == 0 }
            await barrier.wait()
            guard free else { return false }
            try await store.queue.write {
                try $0.execute(sql: "INSERT INTO unprotected VALUES (?)", arguments: [person.id.rawValue])
            }
            return true
        }
        #expect(winners == Self.writers)
    }

    /// A session with one seat.
    private func newSession(_ round: Int) async throws -> Session {
        try await stores[0].write { [nova] store throws in
            try store.add(Nova.session(mentor: nova.other, week: round, region: .europe, capacity: 1))
        }
    }

    /// Lets everybody run at once, and counts those who were told that they have the seat.
    private func race(_ run: @escaping @Sendable (SQLiteStore, Person) async throws -> Bool) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for (store, person) in zip(stores, people) { group.addTask { try await run(store, person) } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
    }
}

/// Holds everybody back until all have come.
private actor Barrier {
    private var missing: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { missing = count }

    func wait() async {
        missing -= 1
        if missing == 0 {
            for continuation in waiting { continuation.resume() }
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }
}
