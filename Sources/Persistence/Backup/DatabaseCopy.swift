import CivilTime
import Foundation
import GRDB
import Mentoring

/// Copies of a whole database, as it is at one moment.
enum DatabaseCopy {
    /// Copies a database to a new file with mode 0600, checks the copy, and has it brought to the disk.
    /// - Parameters:
    ///   - source: the database.
    ///   - path: a file that does not exist, in a folder that does. It is left behind when something fails.
    /// - Throws: `UnsuitableFile`, and `DatabaseError` when the copy is not sound.
    static func make(of source: Database, at path: String) throws {
        try DatabaseFile.create(path)
        let copy = try DatabaseQueue(path: path)
        try copy.writeWithoutTransaction { copy in
            // It has no value until it is whole, and is brought to the disk as a whole.
            try copy.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF")
            try source.backup(to: copy)
            try check(copy)
        }
        try copy.close()
        let file = try RawFile(reading: path)
        try file.sync()
    }

    /// - Throws: `DatabaseError` when a database is not sound.
    static func check(_ database: Database) throws {
        let found = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
        guard found == ["ok"] else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "it fails SQLite's integrity check: \(found.first ?? "")")
        }
        if let row = try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT,
                message: "a row of \(row[0] as String) refers to a missing row of \(row[2] as String)")
        }
    }

    /// Keeps a copy of a database beside it, before a migration changes it.
    ///
    /// Whoever calls it has begun to write, and written nothing: the copy is read by a connection of its own, since SQLite
    /// copies from none that is writing.
    /// - Throws: `UnsuitableFile` when that cannot be done.
    static func keep(_ path: String, before migration: String) throws(UnsuitableFile) {
        let name = "\(path).before-\(migration.map { $0.isLetter || $0.isNumber ? $0 : "-" }.map(String.init).joined())"
        let copy = "\(name)-\(SystemInstantSource().now().inFileName)"
        let partial = "\(copy).\(getpid()).partial"
        defer { unlink(partial) }
        do {
            try InspectedDatabase.queue(at: path).read { try make(of: $0, at: partial) }
            try DatabaseFile.name(partial, as: copy)
        } catch UnsuitableFile.exists {
            // It was made in this very second, by an upgrade that did not come to its end.
        } catch {
            throw .noCopyBeforeUpgrade(copy: copy, reason: StorageFailure.reason(of: error))
        }
    }
}

extension Instant {
    /// As it stands in a file's name: `20261128T041500Z`.
    var inFileName: String { rfc3339.filter { $0 != "-" && $0 != ":" } }
}
