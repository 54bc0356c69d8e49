import Foundation
import GRDB
import GRDBSQLite

/// The file under an SQLite database, looked at without SQLite's reading, locking or changing it.
enum DatabaseFile {
    /// Whether something is there that may be a database: an empty file is none yet, and what cannot be looked at may be one.
    static func isThere(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return errno != ENOENT && errno != ENOTDIR }
        return status.st_mode & S_IFMT != S_IFREG || status.st_size > 0
    }

    /// Whether something is there, if only an empty file.
    /// - Throws: `UnsuitableFile` when it is a directory, or a file of several names.
    static func exists(_ path: String) throws(UnsuitableFile) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .directory }
        // Each name would have a journal, a key and locks of its own.
        guard status.st_nlink < 2 else { throw .severalNames(Int(status.st_nlink)) }
        return true
    }

    /// Makes the folder of a path, which only its owner may enter, unless it exists.
    /// - Throws: `UnsuitableFile` when that is not possible.
    static func createFolder(of path: String) throws {
        let folder = DatabasePath.parts(of: path).folder
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw UnsuitableFile.cannotBeCreated("the folder \(folder) cannot be made")
        }
    }

    /// Makes an empty file that only its owner may read, unless it exists.
    /// - Throws: `UnsuitableFile` when that is not possible.
    static func create(_ path: String) throws {
        // No open and close: closing any descriptor of a file drops the locks that SQLite holds on it in this process.
        guard mknod(path, S_IFREG | 0o600, 0) == 0 || errno == EEXIST else {
            throw UnsuitableFile.cannotBeCreated(reason)
        }
    }

    /// Gives a finished file its name, for good; no file that has that name is replaced.
    /// - Throws: `UnsuitableFile` when that is not possible.
    static func name(_ file: String, as path: String) throws {
        errno = ENOSYS
        if renameAt2?(AT_FDCWD, file, AT_FDCWD, path, noReplace) != 0 {
            guard errno == EINVAL || errno == ENOSYS else { throw failureToName }
            // A file system that cannot: for a moment the file has two names.
            guard link(file, path) == 0 else { throw failureToName }
            unlink(file)
        }
        try syncFolder(of: path)
    }

    /// Has the system write down which names the folder of a path holds.
    /// - Throws: `UnsuitableFile` when that is not possible.
    static func syncFolder(of path: String) throws(UnsuitableFile) {
        let folder = open(DatabasePath.parts(of: path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(folder) }
        guard folder >= 0, fsync(folder) == 0 else { throw UnsuitableFile.cannotBeCreated(reason) }
    }

    /// `renameat2(2)`, which the C library has and its module for Swift does not show.
    private static let renameAt2 = dlsym(nil, "renameat2").map { unsafeBitCast($0, to: RenameAt2.self) }
    private typealias RenameAt2 =
        @convention(c) (
            Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32
    /// `RENAME_NOREPLACE`.
    private static let noReplace: UInt32 = 1

    private static var failureToName: UnsuitableFile { errno == EEXIST ? .exists : .cannotBeCreated(reason) }

    /// What the system says of its last failure.
    static var reason: String { String(cString: strerror(errno)) }

    /// Looks at the first 100 bytes, the database header, before SQLite does.
    ///
    /// SQLite would recover, lock or convert another application's database as if it were ours.
    /// - Throws: `UnsuitableFile` when it is neither empty nor Meridian's.
    /// - Source: SQLite's “Database File Format”, section 1.3.
    static func checkHeader(of database: Database, at path: String) throws {
        guard let header = try header(of: database) else { return }
        // A creation that a power cut interrupted leaves zeros and a journal; SQLite makes an empty file of it.
        let isInterrupted =
            header.allSatisfy { $0 == 0 } && FileManager.default.fileExists(atPath: path + "-journal")
        if isInterrupted { return }
        guard header.starts(with: Array("SQLite format 3\0".utf8)) else { throw UnsuitableFile.notADatabase }
        let application = header[68..<72].reduce(0) { $0 << 8 | Int($1) }
        guard application == Schema.applicationID else { throw UnsuitableFile.otherApplication(application) }
    }

    /// The first 100 bytes, zeros after the end of a shorter file; nil when the file is empty or in memory.
    private static func header(of database: Database) throws -> [UInt8]? {
        var file: UnsafeMutablePointer<sqlite3_file>?
        let code = sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard code == SQLITE_OK, let file, let methods = file.pointee.pMethods?.pointee else { return nil }
        var size: sqlite3_int64 = 0
        guard methods.xFileSize(file, &size) == SQLITE_OK, size > 0 else { return nil }
        var header = [UInt8](repeating: 0, count: 100)
        let result = methods.xRead(file, &header, Int32(header.count), 0)
        guard result == SQLITE_OK || result == shortRead else {
            throw DatabaseError(resultCode: ResultCode(rawValue: result), message: "the header cannot be read")
        }
        return header
    }

    /// `SQLITE_IOERR_SHORT_READ`, which is a macro that Swift does not see.
    private static var shortRead: Int32 { SQLITE_IOERR | 2 << 8 }
}
