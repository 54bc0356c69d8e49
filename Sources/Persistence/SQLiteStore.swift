import Foundation
import GRDB
import Mentoring
public import MentoringService

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
    let writeProbe: WriteProbe?
    /// Keeps the file from being replaced while it is open here; nil in memory.
    private let presence: Presence?

    /// Opens the database, and creates it or brings it up to date where needed.
    ///
    /// A new file has mode 0600, and a folder made for it 0700. A file that is not Meridian's, or has the schema of a
    /// newer release, is left as it is, to the byte. Before a file of an earlier release is brought up to date, a copy of it
    /// is put beside it.
    /// - Parameter path: a file on a local disk, relative to the working directory unless it begins with `/`.
    /// - Throws: `StorageFailure` when it cannot serve as the database.
    public convenience init(path: String) throws {
        let name: String
        do { name = try DatabasePath.resolved(path) } catch { throw StorageFailure.wording(error, path: path) }
        try self.init(path: name, isFile: true) {
            let presence = try Self.present(at: name)
            return (
                try DatabaseQueue(path: name, configuration: Self.configuration(of: name, journalMode: "delete")),
                presence
            )
        }
    }

    /// An empty database that goes with the process.
    /// - Throws: `StorageFailure` when there is no memory for it.
    public static func inMemory() throws -> SQLiteStore {
        let path = "in memory"
        return try SQLiteStore(path: path, isFile: false) {
            (try DatabaseQueue(configuration: configuration(of: path, journalMode: "memory")), nil)
        }
    }

    private init(path: String, isFile: Bool, open: () throws -> (DatabaseQueue, Presence?)) throws {
        do {
            _ = MemoryStatistics.areOff
            self.path = path
            tasks = TaskLocks(database: isFile ? path : nil)
            changes = Changes(of: isFile ? path : nil)
            writeProbe = isFile ? WriteProbe(beside: path) : nil
            (queue, presence) = try open()
            commits = SharedCommit(to: queue)
        } catch {
            throw StorageFailure.wording(error, path: path)
        }
    }

    /// Makes the file unless it exists, and keeps whoever restores a backup from replacing it.
    private static func present(at path: String) throws -> Presence? {
        try InterruptedRestore.refuse(at: path)
        try DatabaseFile.create(unlessExists: path)
        let presence = try Presence.shared(at: path)
        // Whoever restores says so first, and then looks whether anybody is present.
        try InterruptedRestore.refuse(at: path)
        return presence
    }

    public func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T {
        try await inWords { try await queue.read { try body(Transaction(database: $0)) } }
    }

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
            // What is deleted, such as a secret in a mail that has left, leaves no trace in the file.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            if isCurrent { return }
            try Schema.bringUpToDate(database) { try DatabaseCopy.keep(path, before: $0) }
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
