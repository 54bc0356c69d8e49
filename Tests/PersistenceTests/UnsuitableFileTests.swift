import Foundation
import GRDB
import Mentoring
import MentoringService
import Testing

@testable import Persistence

@Suite("a file that is not ours is left as it is") struct UnsuitableFileTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("meridian.db")
    }

    /// A file that cannot serve: how it is made, and what is said of it.
    enum Case: String, CaseIterable {
        case text, shortZeros, zeros, otherApplication, nameless, otherInWAL, newer, newerInWAL, renamedMigration, gap,
            swapped,
            foreignMigration, emptyHistory

        func make(at path: String) throws {
            switch self {
            case .text: try Data("people:\n  - mei\n".utf8).write(to: URL(fileURLWithPath: path))
            case .shortZeros: try Data(count: 10).write(to: URL(fileURLWithPath: path))
            case .zeros: try Data(count: 8192).write(to: URL(fileURLWithPath: path))
            case .otherApplication: try execute("PRAGMA application_id = 1196444487; CREATE TABLE t(a)", at: path)
            case .nameless: try execute("CREATE TABLE t(a)", at: path)
            case .otherInWAL: try execute("PRAGMA journal_mode = WAL; CREATE TABLE t(a)", at: path)
            case .newer: try changeOurs("INSERT INTO migration VALUES (99, '2099-01 flying cars', 0)", at: path)
            case .newerInWAL:
                try changeOurs(
                    "PRAGMA journal_mode = WAL; INSERT INTO migration VALUES (99, '2099-01 flying cars', 0)", at: path)
            case .renamedMigration:
                try changeOurs("UPDATE migration SET name = '2026-10 zeroth' WHERE number = 1", at: path)
            case .gap: try changeOurs("DELETE FROM migration WHERE number = 3", at: path)
            case .swapped:
                try changeOurs(
                    "UPDATE migration SET number = -number WHERE number IN (4, 5); UPDATE migration SET number = 9 + number WHERE number < 0",
                    at: path)
            case .foreignMigration:
                try changeOurs(
                    "DELETE FROM migration WHERE number > 9; INSERT INTO migration VALUES (10, '2026-11 try', 0)",
                    at: path)
            case .emptyHistory: try changeOurs("DELETE FROM migration", at: path)
            }
        }

        var words: String {
            switch self {
            case .text, .shortZeros, .zeros: "is not an SQLite database; it was left as it is. Name another file"
            case .otherApplication: "another application (application_id 1196444487)"
            case .nameless, .otherInWAL: "another application (application_id 0)"
            case .newer, .newerInWAL: "newer Meridian (it has the migration “2099-01 flying cars”)"
            case .renamedMigration:
                "lacks the migration “2026-11 first”, and has “2026-10 zeroth” in its place: it is damaged"
            case .gap: "lacks the migration “2026-11 areas”, and has “2026-11 picks” in its place: it is damaged"
            case .swapped: "lacks the migration “2026-11 picks”, and has “2026-11 path” in its place: it is damaged"
            case .foreignMigration:
                "lacks the migration “2026-11 duty offers”, and has “2026-11 try” in its place: it is damaged, or a development build"
            case .emptyHistory: "lacks the migration “2026-11 first”, though it has tables: it is damaged"
            }
        }

        private func changeOurs(_ sql: String, at path: String) throws {
            _ = try SQLiteStore(path: path)
            try execute(sql, at: path)
        }

        private func execute(_ sql: String, at path: String) throws {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
            try queue.close()
        }
    }

    @Test(
        "it is refused in words, and neither a byte nor its date changes, nor is a file put beside it",
        arguments: Case.allCases)
    func refused(unsuitable: Case) throws {
        try unsuitable.make(at: path)
        let before = try folder.contents()
        let failure = try #require(throws: StorageFailure.self) { try SQLiteStore(path: path) }
        #expect(failure.description.contains(path))
        #expect(failure.description.contains(unsuitable.words))
        #expect(try folder.contents() == before)
    }

    @Test("another program's unfinished transaction is not rolled back for it")
    func hotJournal() throws {
        let writer = try DatabaseQueue(path: path)
        try writer.writeWithoutTransaction { database in
            try database.execute(
                sql: """
                    CREATE TABLE t(a); INSERT INTO t VALUES (randomblob(100000));
                    PRAGMA cache_spill = 1; PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE t SET a = randomblob(100000);
                    """)
            let crashed = try folder.contents()
            let copies = try TemporaryFolder()
            for (name, state) in crashed { try state.bytes?.write(to: URL(fileURLWithPath: copies.file(name))) }
            try #require(crashed["meridian.db-journal"]?.bytes?.isEmpty == false)
            let before = try copies.contents()
            #expect(throws: StorageFailure.self) { try SQLiteStore(path: copies.file("meridian.db")) }
            #expect(try copies.contents() == before)
            try database.execute(sql: "ROLLBACK")
        }
    }

    @Test("a directory is refused in words")
    func directory() throws {
        let failure = try #require(throws: StorageFailure.self) { try SQLiteStore(path: folder.path) }
        #expect(failure.description == "\(folder.path) is a directory, not a database; name a file in it")
    }

    @Test(
        "a folder that cannot be made is refused in words",
        arguments: ["/proc/nowhere/meridian.db", "/dev/null/meridian.db"])
    func impossibleFolder(path: String) throws {
        let failure = try #require(throws: StorageFailure.self) { try SQLiteStore(path: path) }
        #expect(failure.description.contains("the database \(path) cannot be created"))
    }
}
