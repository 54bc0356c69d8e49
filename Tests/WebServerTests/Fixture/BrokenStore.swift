import Mentoring
package import MentoringService

/// A store whose disk has gone.
package struct BrokenStore: Store {
    package let busyRetries = 0
    package let changeCount: Int? = nil
    private let failure = StorageFailure("/var/lib/meridian.db: disk I/O error")

    package init() {}

    package func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T { throw failure }
    package func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        throw failure
    }

    package func alone<T: Sendable>(_ task: String, _ body: @Sendable () async throws -> T) async throws -> T? {
        throw failure
    }
    package func settledChangeCount() async throws -> Int? { throw failure }
    package func sweep() async throws { throw failure }
    package func checkWriting() async throws { throw failure }
}
