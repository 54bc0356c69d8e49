import GRDB
import Mentoring
import Synchronization

extension SQLiteStore {
    public var changeCount: Int? { changes.count }

    public func settledChangeCount() async throws -> Int? {
        try await inWords {
            try await reading { database in
                // Who has read anything keeps others from committing until the transaction ends.
                _ = try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM sqlite_schema"))
                return changes.count
            }
        }
    }

    public var busyRetries: Int { BusyWait.retries.load(ordering: .relaxed) }
}
