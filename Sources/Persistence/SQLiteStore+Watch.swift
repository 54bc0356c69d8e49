import GRDB
import Mentoring
import Synchronization

extension SQLiteStore {
    /// How often it is looked whether another process has changed anything, which costs some microseconds.
    private static let pause = Duration.milliseconds(200)

    /// See `Store`.
    public func watch(_ changed: @escaping @Sendable () -> Void) async throws {
        // The queue holds the observer weakly: it ends with this call.
        let own = OwnChanges(changed)
        defer { withExtendedLifetime(own) {} }
        try await inWords { try await queue.writeWithoutTransaction { $0.add(transactionObserver: own) } }
        var seen: Int?
        while true {
            let version = try await othersVersion()
            if version != seen { changed() }
            seen = version
            try await Task.sleep(for: Self.pause)
        }
    }

    /// A number that differs from an earlier one when another connection has changed the file since.
    /// - Source: SQLite's `PRAGMA data_version`.
    private func othersVersion() async throws -> Int? {
        try await inWords { try await queue.unsafeRead { try Int.fetchOne($0, sql: "PRAGMA data_version") } }
    }
}

/// Tells of the commits of our own connection, which `data_version` leaves out.
private final class OwnChanges: TransactionObserver, Sendable {
    private let changed: @Sendable () -> Void
    private let seen = Atomic(-1)

    init(_ changed: @escaping @Sendable () -> Void) { self.changed = changed }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}

    func databaseDidCommit(_ database: Database) {
        // What only read is a transaction, too.
        let count = database.totalChangesCount
        if seen.exchange(count, ordering: .relaxed) != count { changed() }
    }

    func databaseDidRollback(_ database: Database) {}
}

extension SQLiteStore {
    /// See `Store`.
    public var busyRetries: Int { BusyWait.retries.load(ordering: .relaxed) }
}
