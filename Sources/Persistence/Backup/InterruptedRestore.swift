import Foundation
import Mentoring

/// The moment of a restore at which names change hands, written down in the file `DATABASE.restoring` while it lasts.
///
/// A database and its key are two files, which cannot be replaced as one. So as long as that file is there nobody opens the
/// database, and whoever restores after a kill goes on where that one was.
struct InterruptedRestore: Codable {
    /// The name under which what was there is kept; its key, journal and so on have the same beginning.
    let kept: String
    /// What was there, as what follows the database's name: the database itself, its journal, its key.
    let suffixes: [String]

    /// What belongs to a database, by what follows its name.
    private static let suffixes = ["", "-journal", "-wal", "-shm", ".key"]

    private static func file(of database: String) -> String { database + ".restoring" }

    /// - Throws: `UnsuitableFile` while a restore of that database has not come to its end.
    static func refuse(at database: String) throws {
        guard access(file(of: database), F_OK) == 0 else { return }
        throw UnsuitableFile.restoreInterrupted(
            kept: (try? found(at: database))?.kept ?? "\(database).replaced-…")
    }

    /// One that was killed; nil when there is none.
    static func found(at database: String) throws -> InterruptedRestore? {
        guard access(file(of: database), F_OK) == 0 else { return nil }
        let bytes = try RawFile(reading: file(of: database)).read(1 << 16)
        guard let found = try? JSONDecoder().decode(InterruptedRestore.self, from: Data(bytes)),
            found.kept.hasPrefix(database + "."), Set(found.suffixes).isSubset(of: suffixes)
        else {
            throw StorageFailure(
                "\(file(of: database)) cannot be read; look which of the files beside it fit together, and remove it")
        }
        return found
    }

    /// Writes down that names change hands.
    /// - Parameters:
    ///   - database: its one name.
    ///   - stamp: what tells the files that are kept from those of other restores.
    /// - Returns: what is to be finished.
    /// - Throws: `StorageFailure` or `UnsuitableFile` when that is not possible.
    static func begin(at database: String, stamp: String) throws -> InterruptedRestore {
        let there = suffixes.filter { exists(database + $0) }
        var (kept, number) = ("\(database).replaced-\(stamp)", 1)
        while suffixes.contains(where: { exists(kept + $0) }) {
            number += 1
            kept = "\(database).replaced-\(stamp)-\(number)"
        }
        let restore = InterruptedRestore(kept: kept, suffixes: there)
        let draft = file(of: database) + ".partial"
        unlink(draft)
        let output = try RawFile(creating: draft)
        try output.write(Array(try JSONEncoder().encode(restore)))
        try output.sync()
        try DatabaseFile.name(draft, as: file(of: database))
        return restore
    }

    /// Puts what was there aside, and the new in its place; may be done again after a kill.
    /// - Parameters:
    ///   - database: its one name.
    ///   - staged: the new database; its key, if it has one, lies beside it.
    ///   - isFirst: whether nobody has tried before.
    /// - Throws: `UnsuitableFile` when a name cannot be changed; it may be done again then, too.
    func finish(at database: String, with staged: String, isFirst: Bool) throws {
        for suffix in suffixes where Self.exists(database + suffix) && !Self.exists(kept + suffix) {
            try DatabaseFile.name(database + suffix, as: kept + suffix)
        }
        // What an earlier attempt had already put there.
        if !isFirst { for suffix in Self.suffixes { unlink(database + suffix) } }
        if Self.exists(KeyFile.path(of: staged)) {
            try DatabaseFile.name(KeyFile.path(of: staged), as: KeyFile.path(of: database))
        }
        try DatabaseFile.name(staged, as: database)
        unlink(Self.file(of: database))
        try DatabaseFile.syncFolder(of: database)
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
