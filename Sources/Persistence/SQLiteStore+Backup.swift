import Foundation
import GRDB
import Mentoring

extension SQLiteStore {
    /// Copies the database, as it is at one moment, to a new file with mode 0600.
    ///
    /// The copy is checked and on disk before it gets its name; whoever writes meanwhile waits for it.
    /// - Parameter path: a file that does not exist, in a folder that does.
    /// - Throws: `StorageFailure` when the file exists or cannot be written; nothing is left behind then.
    public func backup(to path: String) async throws {
        let path = URL(fileURLWithPath: path).path
        let partial = "\(path).\(ProcessInfo.processInfo.processIdentifier).partial"
        do {
            guard !FileManager.default.fileExists(atPath: path) else { throw UnsuitableFile.exists }
            try DatabaseFile.create(partial)
            defer { unlink(partial) }
            let copy = try DatabaseQueue(path: partial)
            try await queue.read { source in
                try copy.writeWithoutTransaction { try Self.copy(source, to: $0) }
            }
            try copy.close()
            try DatabaseFile.name(partial, as: path)
        } catch {
            throw StorageFailure.wording(error, path: path)
        }
    }

    private static func copy(_ source: Database, to copy: Database) throws {
        try copy.execute(sql: "PRAGMA synchronous = EXTRA")
        try source.backup(to: copy)
        guard try String.fetchAll(copy, sql: "PRAGMA integrity_check") == ["ok"] else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the copy fails SQLite's integrity check")
        }
    }
}
