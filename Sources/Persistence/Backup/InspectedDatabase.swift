import Foundation
import GRDB
import Mentoring

/// A database looked at as it is: of whatever release, neither made nor brought up to date.
enum InspectedDatabase {
    /// Runs `body` on one state of a database.
    /// - Parameters:
    ///   - path: its one name.
    ///   - body: what is done with it.
    /// - Returns: what `body` returns.
    /// - Throws: `StorageFailure` when there is none, `UnsuitableFile` for what is not Meridian's or newer, and what `body` throws.
    static func open<T>(_ path: String, _ body: (Database) throws -> T) throws -> T {
        let presence = try Presence.opening(path, makesIt: false)
        defer { withExtendedLifetime(presence) {} }
        return try queue(at: path, patience: .seconds(60)).read(body)
    }

    /// The migrations and the number of rows of each table.
    static func contents(of path: String) throws -> (migrations: [String], rows: [String: Int]) {
        try queue(at: path).read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            let counts = try tables.map { table in
                (table, try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(table)\"") ?? 0)
            }
            return (try Schema.applied(in: database), Dictionary(uniqueKeysWithValues: counts))
        }
    }

    /// A connection that says what it finds, and trusts nothing in the file.
    static func queue(at path: String, patience: Duration = .seconds(10)) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "Meridian"
        configuration.busyMode = .callback(BusyWait(limit: patience).goesOn)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
            try DatabaseFile.checkHeader(of: database, at: path)
            _ = try Schema.isCurrent(in: database)
            try database.execute(sql: "PRAGMA synchronous = EXTRA")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
