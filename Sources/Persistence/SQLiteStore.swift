import Foundation
import GRDB
public import Mentoring

/// Everything in one SQLite file.
///
/// A rollback journal with `synchronous = EXTRA`: what was committed survives a kill and a power cut. Write-ahead logging
/// is not used, because SQLite releases up to 3.51.2 can corrupt the database with it when two processes write.
public final class SQLiteStore: Store {
    let path: String
    let queue: DatabaseQueue
    let commits: SharedCommit
    let tasks: TaskLocks
    let changes: Changes

    /// Opens the database, and creates it or brings it up to date where needed.
    ///
    /// A new file has mode 0600, and a folder made for it 0700. A file that is not Meridian's, or has the schema of a
    /// newer release, is left as it is, to the byte.
    /// - Parameter path: a file on a local disk, relative to the working directory unless it begins with `/`.
    /// - Throws: `StorageFailure` when it cannot serve as the database.
    public convenience init(path: String) throws {
        // Absolute, so that no path is taken for a URI or for SQLite's ":memory:".
        let path = URL(fileURLWithPath: path).path
        try self.init(path: path, tasks: TaskLocks(database: path), changes: Changes(of: path)) {
            try DatabaseFile.create(unlessExists: path)
            return try DatabaseQueue(path: path, configuration: Self.configuration(of: path, journalMode: "delete"))
        }
    }

    /// An empty database that goes with the process.
    /// - Throws: `StorageFailure` when there is no memory for it.
    public static func inMemory() throws -> SQLiteStore {
        let path = "in memory"
        return try SQLiteStore(path: path, tasks: TaskLocks(database: nil), changes: Changes(of: nil)) {
            try DatabaseQueue(configuration: configuration(of: path, journalMode: "memory"))
        }
    }

    private init(path: String, tasks: TaskLocks, changes: Changes, open: () throws -> DatabaseQueue) throws {
        do {
            self.path = path
            self.tasks = tasks
            self.changes = changes
            queue = try open()
            commits = SharedCommit(to: queue)
        } catch {
            throw StorageFailure.wording(error, path: path)
        }
    }

    /// See `Store`.
    public func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T {
        try await inWords { try await queue.read { try body(Transaction(database: $0)) } }
    }

    /// See `Store`.
    ///
    /// Writes that come while another is on its way to the disk share the next commit.
    public func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        try await inWords {
            let result = try await commits.write { try body(Transaction(database: $0)) }
            changes.noteOwn()
            return result
        }
    }

    /// Runs some work on the database; its errors leave as `StorageFailure`.
    func inWords<T: Sendable>(_ work: () async throws -> T) async throws -> T {
        do { return try await work() } catch { throw StorageFailure.wording(error, path: path) }
    }

    private static func configuration(of path: String, journalMode: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = "Meridian"
        configuration.busyMode = .callback(BusyWait().goesOn)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            try DatabaseFile.checkHeader(of: database, at: path)
            let isCurrent = try Schema.isCurrent(in: database)
            try set("journal_mode", to: "delete", expecting: journalMode, in: database)
            try set("synchronous", to: "extra", expecting: "3", in: database)
            if !isCurrent { try Schema.bringUpToDate(database) }
        }
        return configuration
    }

    private static func set(
        _ pragma: String, to value: String, expecting expected: String, in database: Database
    ) throws {
        try database.execute(sql: "PRAGMA \(pragma) = \(value)")
        let found = try String.fetchOne(database, sql: "PRAGMA \(pragma)") ?? ""
        guard found == expected else { throw UnsuitableFile.cannotBeSetUp(pragma: pragma, value: found) }
    }
}
