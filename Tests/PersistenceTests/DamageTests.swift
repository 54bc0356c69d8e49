import Foundation
import GRDB
import Mentoring
import MentoringService
import Testing

@testable import Persistence

@Suite("a damaged database fails in words") struct DamageTests {
    let folder: TemporaryFolder
    let path: String
    let nova: Nova

    init() async throws {
        folder = try TemporaryFolder()
        path = folder.file("meridian.db")
        nova = try await Nova(in: SQLiteStore(path: path))
    }

    @Test("a page of noise fails the read that needs it, and only that; the report tells of it")
    func corruptedPage() async throws {
        let (page, size) = try await SQLiteStore(path: path).queue.read { database in
            let page = try #require(
                try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'person'"))
            return (page, try #require(try Int.fetchOne(database, sql: "PRAGMA page_size")))
        }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: UInt64((page - 1) * size))
        try file.write(contentsOf: Data(repeating: 0xA5, count: size))
        try file.close()

        let store = try SQLiteStore(path: path)
        let failure = try await #require(throws: StorageFailure.self) { try await store.read { _ = try $0.people() } }
        await #expect(throws: StorageFailure.self) { try await store.write { _ = try $0.add(Nova.person("late")) } }
        #expect(failure.description.contains("the database \(path) is damaged"))
        #expect(failure.description.contains("restore a backup"))
        #expect(try await store.read { try $0.programs() } == [nova.program])
        let report = try await store.report()
        #expect(!report.integrityProblems.isEmpty)
    }

    @Test("a file cut short fails in words")
    func truncated() throws {
        try #require(truncate(path, 5000) == 0)
        let failure = try #require(throws: StorageFailure.self) { try SQLiteStore(path: path) }
        #expect(failure.description.contains("the database \(path) is damaged"))
    }

    @Test(
        "a value that means nothing is named by table, row and column",
        arguments: [
            ("UPDATE person SET zone = '../etc' WHERE id = 1", "table person, row 1, column zone holds \"../etc\""),
            ("UPDATE person SET email = 'm@@e' WHERE id = 1", "table person, row 1, column email"),
            (
                "UPDATE program SET regions = 'asia,mars'",
                "table program, row \"nova\", column regions holds \"asia,mars\""
            ),
            ("UPDATE program SET contact = 'Nova@example.org'", "table program, row \"nova\", column contact"),
            ("UPDATE season SET start = '2027-01-05'", "table season, row \"nova\""),
            ("UPDATE mentor SET region = 'mars' WHERE person = 1", "table mentor, row \"nova\", 1, column region"),
            ("UPDATE slot SET left_out = '2027-01-05,'", "table slot, row 1, column left_out"),
            ("UPDATE slot SET at = '1700'", "table slot, row 1, column at"),
            ("UPDATE session SET start = 9223372036854775807", "table session, row 1, column start"),
            ("UPDATE session SET local_start = '2027-02-30T17:00:00'", "table session, row 1, column local_start"),
            ("UPDATE session SET status = 'postponed'", "table session, row 1, column status holds \"postponed\""),
        ])
    func unreadableValue(sql: String, words: String) async throws {
        let store = try SQLiteStore(path: path)
        try await store.queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA ignore_check_constraints = ON; \(sql)")
        }
        let failure = try await #require(throws: StorageFailure.self) {
            try await store.read { store throws in
                _ = try store.programs()
                _ = try store.mentors(of: "nova")
                _ = try store.slots(of: "nova")
                _ = try store.sessions(of: "nova")
            }
        }
        #expect(failure.description.contains("the database \(path) is damaged: \(words)"))
    }
}
