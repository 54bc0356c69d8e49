import Foundation
import GRDB
import Mentoring

extension StorageFailure {
    /// What leaves the room for an error that arose in it: the one place where SQLite's errors are put into words.
    ///
    /// What the caller's own code threw passes unchanged.
    static func wording(_ error: any Error, path: String) -> any Error {
        switch error {
        case let error as UncertainCommit:
            StorageFailure(
                "the database \(path) failed at the very end of a change (\(error.cause.message ?? "\(error.cause.resultCode)")), "
                    + "which may have been saved or not: look whether it is there before you try again, and check the disk",
                mayHaveBeenSaved: true)
        case let error as DatabaseError: StorageFailure(sentence(for: error, path: path))
        case let error as UnsuitableFile: StorageFailure(sentence(for: error, path: path))
        case let error as UnreadableValue:
            StorageFailure(
                "the database \(path) is damaged: table \(error.table), row \(error.row), column \(error.column) holds "
                    + "\(OneLine.shown(error.value)), which means nothing there. Keep a copy and restore a backup")
        default: error
        }
    }

    /// Why something failed, in a few words that go into a sentence.
    static func reason(of error: any Error) -> String {
        switch error {
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL: "the disk is full"
        case let error as DatabaseError: error.message ?? error.resultCode.description
        case UnsuitableFile.cannotBeCreated(let reason): reason
        case let error as StorageFailure: error.description
        default: "\(error)"
        }
    }

    private static func sentence(for error: UnsuitableFile, path: String) -> String {
        switch error {
        case .missing:
            "there is no database at \(path); meridian program apply makes one, or name another with --db or MERIDIAN_DB"
        case .directory:
            "\(path) is a directory, not a database; name a file in it"
        case .exists:
            "\(path) exists already; it was left as it is. Name another file"
        case .severalNames(let count):
            "\(path) has \(count) names (hard links), under each of which it would have another journal and key; "
                + "it was left as it is. Keep one name (find its folder's file system for: -samefile \(path)), or copy it with meridian backup"
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
        case .upgraded(let migration):
            "the database \(path) was brought up to date by a newer Meridian (it has the migration “\(OneLine.shown(migration))”) while "
                + "this one, which knows nothing of that, has it open; nothing was changed. Restart this with that release"
        case .brokenHistory(let missing, let found):
            "the database \(path) lacks the migration “\(missing)”"
                + (found.map { ", and has “\(OneLine.shown($0))” in its place" } ?? ", though it has tables")
                + ": it is damaged, or a development build wrote it; it was left as it is. Restore a backup"
        case .noCopyBeforeUpgrade(let copy, let reason):
            "the database \(path) is an earlier release's, and the copy \(copy) that is kept of it before it is brought up "
                + "to date cannot be made: \(reason). Nothing was changed. Free some space in its folder, about twice the "
                + "size of the database, or see to the folder's permissions, and try again"
        case .beingRestored:
            "the database \(path) is being restored from a backup just now; try again when that is done"
        case .restoreInterrupted(let kept):
            "the database \(path) is being restored, or that was interrupted and it may not fit its key. If no restore is "
                + "running, give the same meridian restore again, which finishes it; what was there before is kept as \(kept)"
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
