public import CivilTime
import Foundation
import GRDB
import Mentoring

/// A backup: one file with a database and its key.
public struct Backup: Codable, Sendable {
    /// What becomes of the key.
    public enum Key: String, Codable, Sendable {
        /// It is in the backup.
        case included
        /// It was left out.
        case leftOut = "left-out"
        /// There was none, since no secret had been asked for.
        case none
    }

    /// The file.
    public let file: String
    /// Its size.
    public let bytes: Int
    /// When it was made; nil for a plain copy of a database, which does not say.
    public let made: Instant?
    /// The release that made it; nil for a plain copy of a database.
    public let release: String?
    /// The schema's migrations.
    public let migrations: [String]
    /// How many rows each table has.
    public let rows: [String: Int]
    /// Whether the key is in it.
    public let key: Key

    /// Makes a backup of a database as it is at one moment, whoever is writing.
    ///
    /// The file has mode 0600, and gets its name when it is whole, checked and on disk. The database is not brought up to date
    /// for it.
    ///
    /// - Parameters:
    ///   - database: the path of the database.
    ///   - path: a file that does not exist, in a folder that does.
    ///   - release: the running release of Meridian.
    ///   - now: the present moment.
    ///   - withKey: whether the key goes along.
    /// - Returns: what it holds.
    /// - Throws: `StorageFailure` when it cannot be made; nothing is left behind then.
    public static func make(
        of database: String, at path: String, release: String, now: Instant, withKey: Bool
    ) throws -> Backup {
        var place = database
        do {
            place = try DatabasePath.resolved(database)
            let path = try DatabasePath.resolved(path)
            let partial = "\(path).\(getpid()).partial"
            let copy = partial + ".db"
            defer {
                unlink(partial)
                unlink(copy)
            }
            do {
                guard !FileManager.default.fileExists(atPath: path) else { throw UnsuitableFile.exists }
                try InspectedDatabase.open(place) { try DatabaseCopy.make(of: $0, at: copy) }
                // After the database: a secret that is in the copy was made with a key that was there before.
                let key = try KeyFile.bytes(beside: place)
                let manifest = try manifest(of: copy, key: key, withKey: withKey, release: release, now: now)
                try BackupArchive.write(manifest, database: copy, key: withKey ? key : nil, to: partial)
                try DatabaseFile.name(partial, as: path)
                return Backup(file: path, bytes: try RawFile(reading: path).size(), manifest)
            } catch UnsuitableFile.exists {
                throw StorageFailure("\(path) exists already; it was left as it is. Name another file")
            } catch UnsuitableFile.cannotBeCreated(let reason) {
                throw StorageFailure(
                    "the backup \(path) cannot be made: \(reason). Check its folder, or name another file")
            } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
                throw StorageFailure(
                    "the disk that is to hold \(path) is full; it takes twice the size of the database while it is made"
                )
            }
        } catch {
            throw StorageFailure.wording(error, path: place)
        }
    }

    private static func manifest(
        of copy: String, key: [UInt8]?, withKey: Bool, release: String, now: Instant
    ) throws -> BackupManifest {
        var members = [try BackupArchive.member(BackupManifest.database, from: copy)]
        if let key, withKey { members.append(BackupArchive.member(BackupManifest.key, bytes: key)) }
        let (migrations, rows) = try InspectedDatabase.contents(of: copy)
        return BackupManifest(
            release: release, made: now, migrations: migrations, rows: rows, members: members,
            keyProbe: try key.map { Data(try KeyFile(bytes: $0).sealed(BackupManifest.probe)).base64EncodedString() })
    }

    init(file: String, bytes: Int, _ manifest: BackupManifest) {
        self.init(
            file: file, bytes: bytes, made: manifest.made, release: manifest.release, migrations: manifest.migrations,
            rows: manifest.rows,
            key: manifest.holdsKey ? .included : manifest.keyProbe == nil ? .none : .leftOut)
    }

    init(
        file: String, bytes: Int, made: Instant?, release: String?, migrations: [String], rows: [String: Int], key: Key
    ) {
        (self.file, self.bytes, self.made, self.release) = (file, bytes, made, release)
        (self.migrations, self.rows, self.key) = (migrations, rows, key)
    }
}
