import CivilTime
import Foundation
import GRDB
import Mentoring

/// A backup that was unpacked and found sound.
struct StagedBackup {
    let backup: Backup
    /// Nil for a plain copy of a database.
    let manifest: BackupManifest?
    let key: [UInt8]?
    /// The database, unpacked.
    let database: String

    /// Unpacks a backup, or a plain copy of a database, into a new file and checks all of it.
    /// - Throws: `BadInput` when it is not sound; the new file may be there then.
    init(_ file: String, at database: String) throws {
        self.database = database
        let input = try RawFile(reading: file)
        let size = try input.size()
        if try input.read(16) == Array("SQLite format 3\0".utf8) {
            (manifest, key) = (nil, nil)
            try Self.copy(file, to: database)
        } else {
            (manifest, key) = try BackupArchive.read(file, database: database)
        }
        let (migrations, rows) = try Self.checked(database, from: file)
        if let manifest {
            guard manifest.migrations == migrations, manifest.rows == rows else {
                throw BadInput(
                    "is damaged: its database holds something else than its manifest says. Take another", file: file)
            }
            backup = Backup(file: file, bytes: size, manifest)
        } else {
            backup = Backup(
                file: file, bytes: size, made: nil, release: nil, migrations: migrations, rows: rows, key: .leftOut)
        }
    }

    private static func copy(_ file: String, to database: String) throws {
        for suffix in ["-journal", "-wal"] where FileManager.default.fileExists(atPath: file + suffix) {
            throw BadInput(
                "is a database in use, with its \(suffix.dropFirst()) beside it; make a backup of it instead",
                file: file)
        }
        let (input, output) = (try RawFile(reading: file), try RawFile(creating: database))
        while case let bytes = try input.read(1 << 20), !bytes.isEmpty { try output.write(bytes) }
    }

    private static func checked(_ database: String, from file: String) throws -> ([String], [String: Int]) {
        do {
            let queue = try InspectedDatabase.queue(at: database)
            try queue.read { database in
                // First of all: what a trigger does that is not ours is not found out.
                let differences = try SchemaObject.differences(in: database)
                guard differences.isEmpty else {
                    throw BadInput(
                        "holds a database that is not as its migrations make it: \(differences[0]). Take another",
                        file: file)
                }
                try DatabaseCopy.check(database)
            }
            let contents = try InspectedDatabase.contents(of: database)
            try queue.close()
            return contents
        } catch UnsuitableFile.newer(let migration) {
            throw BadInput(
                "was made by a newer Meridian (it has the migration “\(OneLine.shown(migration))”); install that release",
                file: file)
        } catch let error as UnsuitableFile {
            throw BadInput("holds no database that can be restored: \(Self.words(error)). Take another", file: file)
        } catch let error as DatabaseError {
            throw BadInput(
                "holds a database that is damaged: \(StorageFailure.reason(of: error)). Take another", file: file)
        }
    }

    private static func words(_ error: UnsuitableFile) -> String {
        switch error {
        case .otherApplication: "it is another application's"
        case .brokenHistory(let missing, _): "it lacks the migration “\(missing)”"
        default: "it is no database of Meridian's"
        }
    }

    /// Has no mail leave until somebody says so, and brings the database to the disk.
    /// - Returns: how many mails wait.
    func holdMail(since moment: Instant) throws -> Int {
        let queue = try InspectedDatabase.queue(at: database)
        let waiting = try queue.write { database in
            try Transaction(database: database).setMailHeld(since: moment)
            return try Int.fetchOne(database, sql: "SELECT count(*) FROM outbox WHERE state = 'pending'") ?? 0
        }
        try queue.close()
        try RawFile(reading: database).sync()
        return waiting
    }
}
