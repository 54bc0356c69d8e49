import Foundation
import GRDB
import GRDBSQLite

/// The file under an SQLite database, looked at without SQLite's reading, locking or changing it.
enum DatabaseFile {
    /// Makes an empty file that only its owner may read, in a folder that only its owner may enter, unless it exists.
    /// - Throws: `UnsuitableFile` when that is not possible, or when a directory is in its place.
    static func create(unlessExists path: String) throws {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT != S_IFDIR else { throw UnsuitableFile.directory }
            return
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw UnsuitableFile.cannotBeCreated("the folder \(folder) cannot be made")
        }
        try create(path)
    }

    /// Makes an empty file that only its owner may read, unless it exists.
    /// - Throws: `UnsuitableFile` when that is not possible.
    static func create(_ path: String) throws {
        // No open and close: closing any descriptor of a file drops the locks that SQLite holds on it in this process.
        guard mknod(path, S_IFREG | 0o600, 0) == 0 || errno == EEXIST else {
            throw UnsuitableFile.cannotBeCreated(reason)
        }
    }

    /// Gives a finished file another name, for good; no file that has that name is replaced.
    /// - Throws: `UnsuitableFile` when that is not possible.
    static func name(_ file: String, as path: String) throws {
        guard link(file, path) == 0 else {
            throw errno == EEXIST ? UnsuitableFile.exists : UnsuitableFile.cannotBeCreated(reason)
        }
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        guard folder >= 0, fsync(folder) == 0 else { throw UnsuitableFile.cannotBeCreated(reason) }
    }

    /// What the system says of its last failure.
    private static var reason: String { String(cString: strerror(errno)) }

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

/// Why a path cannot serve as Meridian's database; the file, if any, was left as it was.
enum UnsuitableFile: Error {
    case directory
    case exists
    /// With what the system says of it.
    case cannotBeCreated(String)
    case notADatabase
    /// With the application id found in it.
    case otherApplication(Int)
    /// With the first migration that this release does not know.
    case newer(String)
    /// With the pragma and the value that SQLite insists on.
    case cannotBeSetUp(pragma: String, value: String)
}
