import CivilTime
import Mentoring
import MentoringService
import Persistence
import Synchronization
import TimeZoneCatalog
import WebServerFixture

/// The database of a small season in a store that counts what is read and can fail.
struct WatchedDatabase {
    let store: WatchedStore
    let service: TrainingService

    /// A new database.
    init(
        on store: SQLiteStore? = nil, secrets: any Secrets = KeyFile(beside: nil),
        clock: any InstantSource = HandClock(Instant(secondsSinceEpoch: 1_798_761_600))
    ) async throws {
        let store = try store ?? SQLiteStore.inMemory()
        try await Season2027().write(to: store)
        self.init(opening: store, secrets: secrets, clock: clock)
    }

    /// A database that was written before.
    init(
        opening store: SQLiteStore, secrets: any Secrets,
        clock: any InstantSource = HandClock(Instant(secondsSinceEpoch: 1_798_761_600))
    ) {
        self.store = WatchedStore(store)
        service = Season2027.service(on: self.store, secrets: secrets, clock: clock)
    }

    func rename(_ title: String) async throws {
        try await store.write { database in
            guard var program = try database.program("nova") else { return }
            program.title = title
            try database.save(program)
        }
    }

    /// Adds somebody who is in no session.
    func addStranger(_ email: String) async throws {
        try await store.write { database in
            let zone = try TimeZoneCatalog.shipped.zone(named: "Asia/Kolkata")
            guard try database.person(EmailAddress(email)) == nil else { return }
            _ = try database.add(Person(name: "Stranger", email: EmailAddress(email), zone: zone))
        }
    }
}

/// A store that counts what is read and can fail.
final class WatchedStore: Store {
    private let store: SQLiteStore
    private let count = Atomic(0)
    private let failing = Atomic(false)

    init(_ store: SQLiteStore) { self.store = store }

    var busyRetries: Int { store.busyRetries }
    func sweep() async throws { try await store.sweep() }
    func checkWriting() async throws { try await store.checkWriting() }

    /// How often something was read.
    var reads: Int { count.load(ordering: .relaxed) }

    var isFailing: Bool {
        get { failing.load(ordering: .relaxed) }
        set { failing.store(newValue, ordering: .relaxed) }
    }

    func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T {
        count.add(1, ordering: .relaxed)
        if isFailing { throw StorageFailure("/var/lib/meridian.db: disk I/O error") }
        return try await store.read(body)
    }

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        try await store.write(body)
    }

    func alone<T: Sendable>(_ task: String, _ body: @Sendable () async throws -> T) async throws -> T? {
        try await store.alone(task, body)
    }

    var changeCount: Int? { store.changeCount }
    func settledChangeCount() async throws -> Int? { try await store.settledChangeCount() }
}

/// A clock that goes when it is told to.
final class HandClock: InstantSource {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) { self.instant = Mutex(instant) }

    func now() -> Instant { instant.withLock(\.self) }

    func move(to instant: Instant) { self.instant.withLock { $0 = instant } }
}
