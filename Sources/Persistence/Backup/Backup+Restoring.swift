public import CivilTime
import Foundation
import GRDB
import Mentoring
public import MentoringAPI

/// What a restore did.
public struct RestoredBackup: Codable, Sendable {
    /// What becomes of the key.
    public enum Key: String, Codable, Sendable {
        /// The backup's is in force.
        case restored
        /// The backup had none, and the one that was there already fits it.
        case kept
        /// The backup had none, and none fits it; another is made when a secret is asked for.
        case lost
        /// The database never had one.
        case none
    }

    /// Why it is not known who was erased since the backup was made.
    public enum UnreadErasures: String, Codable, Sendable {
        /// What was there is no database any more that can be read.
        case damaged
        /// A newer release wrote it.
        case newer
    }

    /// What was restored.
    public let backup: Backup
    /// The database's one name.
    public let database: String
    /// Where what was there before is kept; nil when there was nothing.
    public let kept: String?
    /// How many mails wait, and are held with all that come until somebody releases them.
    public let heldMails: Int
    /// Which key is in force.
    public let key: Key
    /// How many people were erased since the backup was made, and are to be erased again.
    public let erasuresDue: Int
    /// Why there can be more of them, whom nothing erases again; nil where nothing was there, or all of it could be read.
    public let erasuresUnread: UnreadErasures?
    /// Whom of them something keeps from being erased again; nobody as long as that was not tried.
    public var unerased: [DueErasure] = []
}

extension Backup {
    /// Checks everything of a backup and changes nothing.
    /// - Parameter file: a file of `make`, or a plain copy of a database.
    /// - Returns: what it holds.
    /// - Throws: `BadInput` when it is not sound; `StorageFailure` when it cannot be read, or there is no room to unpack it.
    public static func verify(_ file: String) throws -> Backup {
        var folder = Array((FileManager.default.temporaryDirectory.path + "/meridian-restore-XXXXXX").utf8CString)
        guard mkdtemp(&folder) != nil else {
            throw StorageFailure(
                "there is no temporary folder to unpack \(file) in: \(DatabaseFile.reason). Set TMPDIR to one")
        }
        let path = String(decoding: folder.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try StagedBackup(file, at: path + "/meridian.db").backup
    }

    /// Puts a backup in the place of a database, which is kept aside with its key.
    ///
    /// No mail leaves the restored database until `outbox release`. A process that is killed at it leaves the old database
    /// with its key, or the new one with its, or says when the database is opened how to go on.
    ///
    /// - Parameters:
    ///   - file: a file of `make`, or a plain copy of a database.
    ///   - database: where it goes.
    ///   - now: the present moment, since which mail is held.
    /// - Returns: what was restored, and where what was there is kept.
    /// - Throws: `Refusal` when somebody has the database open; `BadInput` when the backup is not sound.
    public static func restore(_ file: String, to database: String, now: Instant) throws -> RestoredBackup {
        var place = database
        do {
            place = try DatabasePath.resolved(database)
            try DatabaseFile.createFolder(of: place)
            let locks = TaskLocks(database: place)
            guard try locks.begin("restore") else {
                throw Refusal(.conflict, "\(place) is being restored by another process; wait until that is done")
            }
            defer { locks.end("restore") }
            return try restoreAlone(file, to: place, now: now)
        } catch {
            throw StorageFailure.wording(error, path: place)
        }
    }

    private static func restoreAlone(_ file: String, to place: String, now: Instant) throws -> RestoredBackup {
        let interrupted = try InterruptedRestore.found(at: place)
        let presence = try presenceAlone(at: place)
        defer { withExtendedLifetime(presence) {} }
        let staging = place + ".restore.partial"
        func clear() { for suffix in ["", "-journal", ".key"] { unlink(staging + suffix) } }
        clear()
        defer { clear() }
        let staged = try StagedBackup(file, at: staging)
        let heldMails = try staged.holdMail(since: now)
        // Also where an earlier restore was killed after the old database was put aside.
        let (noted, erasuresUnread) = erasures(of: [place, interrupted?.kept].compactMap(\.self))
        let erasuresDue = try staged.note(noted)
        let (key, fate) = try key(for: staged, among: [place, interrupted?.kept].compactMap { $0 })
        if let key {
            let output = try RawFile(creating: KeyFile.path(of: staging))
            try output.write(key)
            try output.sync()
        }
        let restore = try interrupted ?? .begin(at: place, stamp: now.inFileName)
        try restore.finish(at: place, with: staging, isFirst: interrupted == nil)
        return RestoredBackup(
            backup: staged.backup, database: place, kept: restore.suffixes.isEmpty ? nil : restore.kept,
            heldMails: heldMails, key: fate, erasuresDue: erasuresDue, erasuresUnread: erasuresUnread)
    }

    /// Who was erased in what is replaced.
    ///
    /// A restore is most needed where that is damaged, so it goes on, and says so.
    private static func erasures(
        of databases: [String]
    ) -> (noted: [NotedErasure], unread: RestoredBackup.UnreadErasures?) {
        var (noted, unread) = ([NotedErasure](), RestoredBackup.UnreadErasures?.none)
        for database in databases {
            do {
                noted += try NotedErasure.all(at: database)
            } catch UnsuitableFile.newer {
                unread = unread ?? .newer
            } catch {
                unread = .damaged
            }
        }
        return (noted, unread)
    }

    /// Keeps everybody else from the database that is there; nil when there is none.
    private static func presenceAlone(at place: String) throws -> Presence? {
        var status = stat()
        guard lstat(place, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else { throw UnsuitableFile.directory }
        guard let presence = try Presence.alone(at: place) else { throw inUse(place) }
        do {
            // Whoever is in the middle of a change without saying so, such as SQLite's own shell, is waited for; what a kill
            // left in a journal goes back to where it was.
            let queue = try InspectedDatabase.queue(at: place)
            try queue.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE; ROLLBACK") }
            try queue.close()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            throw inUse(place)
        } catch UnsuitableFile.otherApplication(let id) where id != 0 {
            throw UnsuitableFile.otherApplication(id)
        } catch {
            // It is damaged, or newer: it is kept as it is, with its journal.
        }
        return presence
    }

    private static func inUse(_ place: String) -> Refusal {
        Refusal(
            .conflict,
            "\(place) is in use by another process: stop meridian serve, and whatever else has it open, and try again")
    }

    private static func key(
        for staged: StagedBackup, among databases: [String]
    ) throws -> (key: [UInt8]?, fate: RestoredBackup.Key) {
        if let key = staged.key { return (key, .restored) }
        if let manifest = staged.manifest, manifest.keyProbe == nil { return (nil, .none) }
        let there = databases.compactMap { try? KeyFile.bytes(beside: $0) }
        guard let fitting = there.first(where: { staged.manifest?.fits($0) ?? true }) else { return (nil, .lost) }
        return (fitting, .kept)
    }
}
