import Foundation
import GRDB
import GRDBSQLite
import Mentoring
import MentoringService
import Testing

@testable import Persistence

/// A season half over, two programs and duties in it, as `Fixtures/make-half-season` made it with an earlier release: every
/// later migration is tried on it.
@Suite("a season half over, of an earlier release") struct HalfSeasonTests {
    let folder: TemporaryFolder
    let path: String
    private let moment = now

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("meridian.db")
        let sql = try Self.dump()
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    private static func dump() throws -> String {
        let unpacking = Process()
        let output = Pipe()
        unpacking.executableURL = URL(fileURLWithPath: "/usr/bin/gunzip")
        unpacking.arguments = [
            "--stdout",
            URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/half-season.sql.gz").path,
        ]
        unpacking.standardOutput = output
        try unpacking.run()
        let sql = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        unpacking.waitUntilExit()
        return sql
    }

    /// By table, its rows as a migration must keep them: the columns that there were, as SQL literals.
    private func rows(of columns: [String: [String]], in path: String) throws -> [String: [String]] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
            try Dictionary(
                uniqueKeysWithValues: columns.map { table, columns in
                    let list = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
                    return (table, try String.fetchAll(database, sql: "SELECT \(list) FROM \"\(table)\"").sorted())
                })
        }
    }

    private func columns(in path: String) throws -> [String: [String]] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            return try Dictionary(
                uniqueKeysWithValues: tables.map { ($0, try database.columns(in: $0).map(\.name)) })
        }
    }

    /// What a migration may do away with, or change, in the columns that there were; each with its reason.
    private static let mayChange: [String: Set<String>] = [
        // Migrations are added.
        "migration": ["number", "name", "applied"],
        // What held a secret and has left is emptied.
        "outbox": ["bytes"],
    ]

    @Test(
        "keeps every row and old column when it is brought up to date, with no mail added, and ends as a new database begins"
    )
    func upgrade() async throws {
        var columns = try columns(in: path)
        #expect(columns["session"]?.isEmpty == false)
        for (table, names) in Self.mayChange { columns[table]?.removeAll { names.contains($0) } }
        columns = columns.filter { !$0.value.isEmpty }
        let before = try rows(of: columns, in: path)
        let store = try SQLiteStore(path: path)
        let report = try await store.report()
        #expect(report.isSound, "\(report.schemaProblems + report.foreignKeyProblems + report.integrityProblems)")
        #expect(report.migrations == Schema.migrations.map(\.name))
        let after = try self.columns(in: path)
        for (table, names) in columns {
            // A table or column that is gone takes its content elsewhere: whoever removes it says where, and tests that.
            #expect(Set(names).isSubset(of: after[table] ?? []), "\(table)")
        }
        #expect(try rows(of: columns, in: path) == before)
        try await store.read { transaction in
            let programs = try transaction.programs()
            #expect(programs.count == 2)
            for program in programs { #expect(try !transaction.sessions(of: program.name).isEmpty) }
            // What asked somebody whether they signed up had left, and is emptied; nothing else is.
            let mails = try transaction.outbox([.pending, .sent, .refused])
            #expect(mails.count == 73)
            #expect(
                Set(mails.filter(\.bytes.isEmpty).map(\.subject)) == [
                    "Did you ask to join Nova core reviewer training?"
                ])
        }
    }

    @Test("is kept beside itself before it is brought up to date, by a copy that restores")
    func copyBefore() async throws {
        let before = try rows(of: columns(in: path), in: path)
        _ = try SQLiteStore(path: path)
        let copies = try folder.contents().keys.filter { $0.hasPrefix("meridian.db.before-2026-11-rights-") }
        let copy = folder.file(try #require(copies.first))
        #expect(copies.count == 1)
        #expect(try mode(of: copy) == 0o600)
        #expect(try rows(of: columns(in: copy), in: copy) == before)
        #expect(try Backup.verify(copy).migrations.last == "2026-11 duty offers")
        // Once up to date, no more copies.
        _ = try SQLiteStore(path: path)
        #expect(try folder.contents().keys.count { $0.contains(".before-") } == 1)
        let restored = try Backup.restore(copy, to: path, now: moment)
        #expect(restored.heldMails == 27)
        #expect(try await SQLiteStore(path: path).read { try $0.mailHeldSince() } == moment)
    }

    @Test("is left as it is, in words, when no copy of it can be made")
    func noCopy() throws {
        let before = try rows(of: columns(in: path), in: path)
        let queue = try DatabaseQueue(path: path)
        queue.inDatabase { database in
            _ = #expect(throws: UnsuitableFile.self) {
                try Schema.bringUpToDate(database) { _ in
                    throw UnsuitableFile.noCopyBeforeUpgrade(copy: "c", reason: "the disk is full")
                }
            }
        }
        try queue.close()
        #expect(try rows(of: columns(in: path), in: path) == before)
        let words = StorageFailure.wording(
            UnsuitableFile.noCopyBeforeUpgrade(copy: "c", reason: "the disk is full"), path: path)
        #expect("\(words)".contains("cannot be made: the disk is full. Nothing was changed. Free some space"))
    }

    @Test("is left as it was by an upgrade that comes to no end, wherever it fails")
    func failingAnywhere() throws {
        let before = try rows(of: columns(in: path), in: path)
        var steps = 0
        var isDone = false
        while !isDone {
            let queue = try DatabaseQueue(path: path)
            queue.inDatabase { database in
                let failure = Countdown(left: steps)
                failure.arm(database)
                defer { failure.disarm(database) }
                do {
                    try Schema.bringUpToDate(database) { _ in }
                    isDone = true
                } catch {
                    #expect((error as? DatabaseError)?.resultCode == .SQLITE_INTERRUPT)
                }
            }
            try queue.close()
            if !isDone { #expect(try rows(of: columns(in: path), in: path) == before, "after \(steps) steps") }
            steps += 1 + steps / 8
        }
        #expect(steps > 10)
        _ = try SQLiteStore(path: path)
    }
}

/// Interrupts a connection after so many thousands of SQLite's steps.
private final class Countdown {
    private var left: Int

    init(left: Int) { self.left = left }

    func arm(_ database: Database) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_progress_handler(
            database.sqliteConnection, 50,
            { context in
                guard let context else { return 0 }
                let countdown = Unmanaged<Countdown>.fromOpaque(context).takeUnretainedValue()
                countdown.left -= 1
                return countdown.left < 0 ? 1 : 0
            }, context)
    }

    func disarm(_ database: Database) { sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
}
