import Foundation
import GRDB
import Mentoring

extension StorageFailure {
    /// What leaves the room for an error that arose in it: the one place where SQLite's errors are put into words.
    ///
    /// What the caller's own code threw passes unchanged.
    static func wording(_ error: any Error, path: String) -> any Error {
        switch error {
        case let error as DatabaseError: StorageFailure(sentence(for: error, path: path))
        case let error as UnsuitableFile: StorageFailure(sentence(for: error, path: path))
        case let error as UnreadableValue:
            StorageFailure(
                "the database \(path) is damaged: table \(error.table), row \(error.row), column \(error.column) holds "
                    + "\(OneLine.shown(error.value)), which means nothing there. Keep a copy and restore a backup")
        default: error
        }
    }

    private static func sentence(for error: UnsuitableFile, path: String) -> String {
        switch error {
        case .directory:
            "\(path) is a directory, not a database; name a file in it"
        case .exists:
            "\(path) exists already; it was left as it is. Name another file"
        case .cannotBeCreated(let reason):
            "the database \(path) cannot be created: \(reason). Check the folder and its permissions, or name another file"
        case .notADatabase:
            "\(path) is not an SQLite database; it was left as it is. Name another file"
        case .otherApplication(let id):
            "\(path) is an SQLite database of another application (application_id \(id)); it was left as it is. "
                + "Name another file"
        case .newer(let migration):
            "the database \(path) was written by a newer Meridian (it has the migration “\(OneLine.shown(migration))”); "
                + "it was left as it is. Install that release, or restore a backup made by this one"
        case .cannotBeSetUp(let pragma, let value):
            "the database \(path) keeps \(pragma) = \(value), which is not safe here. "
                + "Close every other program that has it open, and try again"
        }
    }

    private static func sentence(for error: DatabaseError, path: String) -> String {
        let message = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return "the database \(path) was in use by another program for 10 seconds; nothing was changed. Try again"
        case .SQLITE_READONLY, .SQLITE_PERM:
            return "the database \(path) cannot be written (\(message)); nothing was changed. "
                + "Check the permissions of the file and its folder, and whether the disk is mounted read-only"
        case .SQLITE_FULL:
            return "the disk that holds the database \(path) is full; nothing was changed. "
                + "Free some space and try again"
        case .SQLITE_CORRUPT:
            return "the database \(path) is damaged (\(message)); nothing was changed. "
                + "Keep a copy and restore a backup"
        case .SQLITE_NOTADB:
            return "\(path) is not an SQLite database; it was left as it is. Name another file"
        case .SQLITE_CANTOPEN:
            return "the database \(path) cannot be opened (\(message)); nothing was changed. "
                + "Check the permissions of the file and its folder"
        case .SQLITE_IOERR:
            return "the database \(path) cannot be read or written (\(message)); nothing was changed. Check the disk"
        case .SQLITE_CONSTRAINT:
            return "the database \(path) refused a change that breaks one of its rules (\(message)); "
                + "nothing was changed"
        default:
            return "the database \(path) failed (\(message)); nothing was changed"
        }
    }
}
