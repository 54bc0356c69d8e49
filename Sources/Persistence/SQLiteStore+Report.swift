public import CivilTime
import Foundation
import GRDB

/// The state of a database, for `doctor`.
public struct StoreReport: Sendable {
    /// The file.
    public let path: String
    /// Its size.
    public let bytes: Int
    /// The release of the linked SQLite.
    public let sqliteVersion: String
    /// SQLite's name of it, `delete` for a rollback journal.
    public let journalMode: String
    /// SQLite's number of it, 3 for EXTRA.
    public let synchronous: Int
    /// The schema's migrations that were applied, in order.
    public let migrations: [String]
    /// Whether all of the file was read; else what is missed in it, and its rows, are not known.
    public let isWhole: Bool
    /// What SQLite's `integrity_check` found; empty when all is well.
    public let integrityProblems: [String]
    /// The rows that refer to something missing, one line each; empty when all is well.
    public let foreignKeyProblems: [String]
    /// How tables, indexes and triggers differ from what the migrations make, one line each; empty when all is well.
    public let schemaProblems: [String]
    /// Who else than the owner may read or replace the files, one line each with what mends it; empty when nobody.
    public let modeProblems: [String]
    /// What is wrong with where the file lies, and what mends it; nil when nothing is.
    public let placeProblem: String?
    /// Since when no mail leaves, from a restore until it is released; nil when mail leaves.
    public let mailHeldSince: Instant?
    /// What is kept for a time, how much of it and since when, one line each, where all was read; nothing of what cannot be counted.
    public let kept: [String]
    /// How many rows each table has, where all was read; a table too damaged to be counted is missing.
    public let rowCounts: [String: Int]

    /// Whether nothing is wrong with what is stored.
    public var isSound: Bool { integrityProblems.isEmpty && foreignKeyProblems.isEmpty && schemaProblems.isEmpty }
}

extension SQLiteStore {
    /// What is wrong with where the file lies, and what mends it; nil when nothing is.
    public var placeProblem: String? { writeProbe == nil ? nil : NetworkFileSystem.problem(of: path) }

    /// How large a file is read as a whole where nobody asks for it, in bytes: that takes a tenth of a second.
    public static let mostReadAtOnce = 16 << 20

    /// Examines the database.
    /// - Parameter wholly: whether all of it is read, however long that takes; nil where the file is not large.
    /// - Returns: what was found.
    /// - Throws: `StorageFailure` when it is too damaged to be examined.
    public func report(wholly: Bool? = nil) async throws -> StoreReport {
        let (path, isFile) = (path, writeProbe != nil)
        return try await inWords {
            // Outside a transaction: in a damaged database even the end of one that only read can fail.
            try await queue.unsafeRead { database in
                let bytes =
                    try Int.fetchOne(
                        database, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") ?? 0
                let isWhole = wholly ?? (bytes <= Self.mostReadAtOnce)
                let tables = try String.fetchAll(
                    database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
                let counts = (isWhole ? tables : []).compactMap { table in
                    (try? Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(table)\"")).map { (table, $0) }
                }
                return StoreReport(
                    path: path,
                    bytes: bytes,
                    sqliteVersion: try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "",
                    journalMode: try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
                    synchronous: try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0,
                    migrations: try Schema.applied(in: database),
                    isWhole: isWhole,
                    integrityProblems: !isWhole
                        ? []
                        : problems {
                            try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                        },
                    foreignKeyProblems: !isWhole
                        ? []
                        : problems {
                            try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map(missingRow)
                        },
                    schemaProblems: problems { try SchemaObject.differences(in: database) },
                    modeProblems: isFile ? FileModes.problems(of: path) : [],
                    placeProblem: isFile ? NetworkFileSystem.problem(of: path) : nil,
                    mailHeldSince: try? Transaction(database: database).mailHeldSince(),
                    kept: (isWhole ? Self.kept(in: database) : []) + (isFile ? Self.copies(of: path) : []),
                    rowCounts: Dictionary(uniqueKeysWithValues: counts))
            }
        }
    }
}

/// What a check found, or why it could not be finished.
private func problems(_ check: () throws -> [String]) -> [String] {
    do {
        return try check()
    } catch {
        return ["the check was not finished: \((error as? DatabaseError)?.message ?? String(describing: error))"]
    }
}

/// A row of `PRAGMA foreign_key_check`: the table, the row (none where rows are not numbered), the table missed.
private func missingRow(_ row: Row) -> String {
    let values = Array(row.databaseValues).map(\.description)
    return "table \(values[0]), row \(values[1]): refers to a missing row of \(values[2])"
}
