import Foundation
import GRDB
import Mentoring
import MentoringService
import Synchronization
import Testing

@testable import Persistence

/// Writes of one process that share commits, counted by the file's own change counter.
@Suite("writes that wait for the disk share a commit") struct SharedCommitTests {
    let folder: TemporaryFolder
    let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.file("meridian.db"))
    }

    @Test("of 1,000 at once every acknowledged one is there, and none that threw")
    func thousand() async throws {
        let acknowledged = try await withThrowingTaskGroup(of: Person?.self) { [store] group in
            for number in 1...1000 {
                group.addTask {
                    do {
                        return try await store.write { transaction in
                            let person = try transaction.add(Nova.person("writer-\(number)"))
                            if number.isMultiple(of: 7) { throw Refusal(.conflict, "\(number)") }
                            return person
                        }
                    } catch let refusal as Refusal {
                        #expect(refusal == Refusal(.conflict, "\(number)") && number.isMultiple(of: 7))
                        return nil
                    }
                }
            }
            var people: Set<Person> = []
            while let person = try await group.next() { if let person { people.insert(person) } }
            return people
        }
        #expect(acknowledged.count == 858)
        #expect(try await SQLiteStore(path: store.path).read { try Set($0.people()) } == acknowledged)
    }

    @Test("those that waited are run in the order in which they came, as many in one commit as are allowed")
    func order() async throws {
        let before = try commits()
        let names = (1...600).map { "waiting-\($0)" }
        let writes = await whileBusy {
            names.map { name in begin { store in try store.add(Nova.person(name)).email } }
        }
        for (name, write) in zip(names, writes) {
            #expect(try await write.value.description == "\(name)@example.org")
        }
        let stored = try await store.read { try $0.people() }.sorted { $0.id.rawValue < $1.id.rawValue }
        #expect(stored.map(\.email.description) == names.map { "\($0)@example.org" })
        #expect(try commits() - before == 3)
    }

    @Test("a broken promise about the state at the commit fails the write that breaks it, and no other")
    func deferredForeignKey() async throws {
        try await store.queue.write {
            try $0.execute(
                sql: "CREATE TABLE promise(person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED)")
        }
        let writes = await whileBusy {
            [
                begin { try $0.add(Nova.person("first")).id.rawValue },
                begin { try promise(person: 2, in: $0) },
                // It makes good what the one before promised, which must not depend on who comes after it.
                begin { try $0.add(Nova.person("second")).id.rawValue },
                begin { store in
                    _ = try promise(person: 3, in: store)
                    return try store.add(Nova.person("third")).id.rawValue
                },
            ]
        }
        let alone = begin { try promise(person: 99, in: $0) }
        #expect(try await writes[0].value == 1)
        for write in [writes[1], alone] {
            let failure = await #expect(throws: StorageFailure.self) { try await write.value }
            #expect(failure?.description.contains("FOREIGN KEY constraint failed") == true)
        }
        #expect(try await writes[2].value == 2)
        #expect(try await writes[3].value == 3)
        #expect(try await store.queue.read { try Int.fetchAll($0, sql: "SELECT person FROM promise") } == [3])
    }

    @Test("what ends the whole transaction fails all that shared it, and the next ones go on")
    func endedTransaction() async throws {
        try await store.queue.write {
            try $0.execute(
                sql: """
                    CREATE TRIGGER full BEFORE INSERT ON person WHEN NEW.name = 'full'
                    BEGIN SELECT RAISE(ROLLBACK, 'as a full disk does'); END
                    """)
        }
        let writes = await whileBusy {
            ["before", "full", "after"].map { name in begin { try $0.add(Nova.person(name)).id.rawValue } }
        }
        for write in writes {
            let failure = await #expect(throws: StorageFailure.self) { try await write.value }
            #expect(failure?.description.contains("as a full disk does") == true)
        }
        #expect(try await store.write { try $0.add(Nova.person("next")).id.rawValue } == 1)
        #expect(try await store.read { try $0.people().map(\.name) } == ["next"])
    }

    @Test("a task that is cancelled while it waits changes nothing, and the others are not lost with it")
    func cancellation() async throws {
        let writes = await whileBusy {
            let writes = ["first", "second", "third"].map { name in begin { try $0.add(Nova.person(name)).name } }
            writes[1].cancel()
            return writes
        }
        #expect(try await writes[0].value == "first")
        await #expect(throws: CancellationError.self) { try await writes[1].value }
        #expect(try await writes[2].value == "third")
        #expect(try await store.read { try $0.people().map(\.name) } == ["first", "third"])
    }

    /// Starts a write, which has its place in the queue when this returns.
    private func begin<T: Sendable>(_ body: @escaping @Sendable (any StoreWriting) throws -> T) -> Task<T, any Error> {
        Task.immediate { [store] in try await store.write(body) }
    }

    /// Has another write, on a thread of its own, keep those that `start` begins waiting until it has returned.
    private func whileBusy<T>(_ start: () -> T) async -> T {
        let (busy, started) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        DispatchQueue.global().async { [store] in
            Task.immediate {
                try await store.write { _ in
                    busy.signal()
                    started.wait()
                }
            }
        }
        busy.wait()
        defer { started.signal() }
        return start()
    }

    /// How many transactions have changed the file, as its header counts them (SQLite's “Database File Format”, section
    /// 1.3.10).
    private func commits() throws -> Int {
        let header = try #require(FileManager.default.contents(atPath: store.path))
        return header[24..<28].reduce(0) { $0 << 8 | Int($1) }
    }
}

/// Names a person who must exist by the time of the commit.
private func promise(person: Int64, in store: any StoreWriting) throws -> Int64 {
    let database = try #require(store as? Transaction).database
    try database.execute(sql: "INSERT INTO promise VALUES (?)", arguments: [person])
    return person
}
