import Foundation
import GRDB
import GRDBSQLite
import Mentoring
import MentoringService
import Testing

@testable import Persistence

/// Databases of earlier releases, as the scripts in `Fixtures` made them with those: every later migration is tried on each.
@Suite("a database of an earlier release") struct EarlierReleaseTests {
    let folder: TemporaryFolder
    let path: String
    private let moment = now

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("meridian.db")
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

    @Test(
        "keeps every row and old column when it is brought up to date, with no mail added, and ends as a new database begins",
        arguments: EarlierRelease.all)
    func upgrade(of release: EarlierRelease) async throws {
        try await release.restore(to: path)
        var columns = try columns(in: path)
        #expect(columns["session"]?.isEmpty == false)
        for (table, names) in release.mayChange { columns[table]?.removeAll { names.contains($0) } }
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
            #expect(programs.count == release.programs)
            for program in programs { #expect(try !transaction.sessions(of: program.name).isEmpty) }
            let mails = try transaction.outbox([.pending, .sent, .refused])
            #expect(mails.count == release.mails)
            #expect(Set(mails.filter(\.bytes.isEmpty).map(\.subject)) == release.emptied)
        }
    }

    @Test(
        "is kept beside itself before it is brought up to date, by a copy that restores", arguments: EarlierRelease.all)
    func copyBefore(_ release: EarlierRelease) async throws {
        try await release.restore(to: path)
        let before = try rows(of: columns(in: path), in: path)
        _ = try SQLiteStore(path: path)
        let copies = try folder.contents().keys.filter {
            $0.hasPrefix("meridian.db.before-\(release.next.replacing(" ", with: "-"))-")
        }
        let copy = folder.file(try #require(copies.first))
        #expect(copies.count == 1)
        #expect(try mode(of: copy) == 0o600)
        #expect(try rows(of: columns(in: copy), in: copy) == before)
        #expect(try Backup.verify(copy).migrations.last == release.last)
        // Once up to date, no more copies.
        _ = try SQLiteStore(path: path)
        #expect(try folder.contents().keys.count { $0.contains(".before-") } == 1)
        let restored = try Backup.restore(copy, to: path, now: moment)
        #expect(restored.heldMails == release.waiting)
        #expect(try await SQLiteStore(path: path).read { try $0.mailHeldSince() } == moment)
    }

    @Test("is left as it is, in words, when no copy of it can be made", arguments: EarlierRelease.all)
    func noCopy(of release: EarlierRelease) async throws {
        try await release.restore(to: path)
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

    @Test(
        "is left as it was by an upgrade that comes to no end, wherever it fails", arguments: EarlierRelease.all)
    func failingAnywhere(_ release: EarlierRelease) async throws {
        try await release.restore(to: path)
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
