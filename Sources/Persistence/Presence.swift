import Foundation
import Synchronization

/// Says that somebody has a database open, as long as it lives: whoever replaces the file asks for it alone.
///
/// It is a lock (`flock`) on the database file itself, of which SQLite's own locks know nothing; the kernel gives it up when
/// the process ends, however it ends. An idle connection holds no lock of SQLite's.
final class Presence: Sendable {
    private let file: KeptFile
    private let isAlone: Bool

    /// By file, how many of this process have it open; -1 while one has it alone.
    private static let present = Mutex<[KeptFile: Int]>([:])

    /// One of many, for whoever is about to open a database.
    /// - Parameters:
    ///   - path: its one name.
    ///   - makesIt: whether an empty file is made where nothing is.
    /// - Returns: nil when the file cannot be read, which SQLite puts into words.
    /// - Throws: `UnsuitableFile` when a restore goes on or has not come to its end, or what is there cannot be a database; `missing`
    ///   when none is there and none is to be made.
    static func opening(_ path: String, makesIt: Bool) throws -> Presence? {
        try InterruptedRestore.refuse(at: path)
        if try !DatabaseFile.exists(path), makesIt {
            try DatabaseFile.createFolder(of: path)
            try DatabaseFile.create(path)
        }
        let presence = try shared(at: path)
        // Whoever restores says so first, and then looks whether anybody is present: what is not there now is nowhere.
        try InterruptedRestore.refuse(at: path)
        guard makesIt || DatabaseFile.isThere(path) else { throw UnsuitableFile.missing }
        return presence
    }

    /// One of many; nil when the file cannot be read, which SQLite puts into words.
    /// - Throws: `UnsuitableFile` when somebody has it alone.
    private static func shared(at path: String) throws(UnsuitableFile) -> Presence? {
        guard let file = KeptFile(path) else { return nil }
        let isFree = present.withLock { present in
            guard present[file, default: 0] >= 0 else { return false }
            if present[file, default: 0] == 0, flock(file.descriptor, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK {
                return false
            }
            present[file, default: 0] += 1
            return true
        }
        guard isFree else { throw .beingRestored }
        let presence = Presence(file, isAlone: false)
        guard file.isNamed(path) else { throw .beingRestored }
        return presence
    }

    /// The only one; nil when anybody else has it open.
    /// - Throws: `UnsuitableFile` when it cannot be read.
    static func alone(at path: String) throws(UnsuitableFile) -> Presence? {
        guard let file = KeptFile(path) else { throw .cannotBeCreated("what is there cannot be read") }
        let isFree = present.withLock { present in
            guard present[file, default: 0] == 0, flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
            present[file] = -1
            return true
        }
        guard isFree else { return nil }
        let presence = Presence(file, isAlone: true)
        return file.isNamed(path) ? presence : nil
    }

    private init(_ file: KeptFile, isAlone: Bool) { (self.file, self.isAlone) = (file, isAlone) }

    deinit {
        Self.present.withLock { present in
            let left = isAlone ? 0 : present[file, default: 1] - 1
            present[file] = left == 0 ? nil : left
            if left == 0 { flock(file.descriptor, LOCK_UN) }
        }
    }
}
