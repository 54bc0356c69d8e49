import Foundation
import GRDB
import Mentoring
import MentoringService
import Testing

@testable import Persistence

@Suite("the report") struct ReportTests {
    let folder: TemporaryFolder
    let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.file("meridian.db"))
    }

    @Test("a sound database is reported with its settings and counts")
    func sound() async throws {
        _ = try await Nova(in: store)
        let report = try await store.report()
        #expect(report.path == folder.file("meridian.db"))
        #expect(try report.bytes == folder.contents()["meridian.db"]?.bytes?.count)
        #expect(report.sqliteVersion.hasPrefix("3."))
        #expect(report.journalMode == "delete")
        #expect(report.synchronous == 3)
        #expect(report.migrations == Schema.migrations.map(\.name))
        #expect(report.isSound)
        #expect(report.rowCounts["person"] == 3)
        #expect(report.rowCounts["enrollment"] == 0)
        #expect(report.rowCounts.keys.contains("change_facts") && report.rowCounts.keys.contains("outbox"))
    }

    @Test("a row that refers to nothing is reported")
    func danglingReference() async throws {
        try await store.queue.writeWithoutTransaction {
            try $0.execute(
                sql: """
                    PRAGMA foreign_keys = OFF;
                    INSERT INTO away(person, first_day, last_day) VALUES (9, '2027-01-01', '2027-01-01');
                    """)
        }
        let report = try await store.report()
        #expect(!report.isSound)
        #expect(report.foreignKeyProblems == ["table \"away\", row 1: refers to a missing row of \"person\""])
    }

    @Test(
        "a trigger, an index or a table that is missing, changed or too many is reported",
        arguments: [
            ("DROP TRIGGER outbox_message", "trigger outbox_message is missing"),
            ("DROP INDEX outbox_by_state", "index outbox_by_state is missing"),
            ("CREATE INDEX mine ON person(name)", "index mine should not be there"),
            ("CREATE TABLE mine(a)", "table mine should not be there"),
            ("ALTER TABLE person ADD COLUMN mine TEXT", "table person is not as this release makes it"),
            (
                "DROP TRIGGER outbox_message; CREATE TRIGGER outbox_message AFTER INSERT ON outbox BEGIN SELECT 1; END",
                "trigger outbox_message is not as this release makes it"
            ),
        ])
    func schema(sql: String, words: String) async throws {
        #expect(try await store.report().schemaProblems == [])
        try await store.queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        let report = try await store.report()
        #expect(report.schemaProblems == [words])
        #expect(!report.isSound)
    }

    @Test("a large one is looked through only when somebody asks for that, and says so")
    func notWhole() async throws {
        _ = try await Nova(in: store)
        try await store.queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA foreign_keys = OFF; DELETE FROM person WHERE name = 'mei'")
        }
        let glance = try await store.report(wholly: false)
        #expect(!glance.isWhole && glance.rowCounts.isEmpty && glance.isSound)
        let report = try await store.report(wholly: true)
        #expect(report.isWhole && !report.isSound && report.rowCounts["person"] == 2)
        #expect(try await store.report().isWhole)
    }

    @Test("a file system of the network under it is named, with what mends it; a disk is not")
    func place() async throws {
        #expect(store.placeProblem == nil)
        #expect(try SQLiteStore.inMemory().placeProblem == nil)
        #expect(try await store.report().placeProblem == nil)
        let mounts = """
            22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda rw
            41 22 0:43 / /mnt rw,relatime shared:2 master:1 - nfs4 host:/srv rw,vers=4.2
            """
        let problem = try #require(NetworkFileSystem.problem(of: "/mnt/meridian.db", onDevice: 43, among: mounts))
        #expect(problem.hasPrefix("/mnt/meridian.db is on a file system of the network (nfs4)"))
        #expect(problem.hasSuffix("by meridian backup and meridian restore"))
        #expect(NetworkFileSystem.problem(of: "/meridian.db", onDevice: 254 << 8 | 1, among: mounts) == nil)
        #expect(NetworkFileSystem.problem(of: "/meridian.db", onDevice: 7, among: "\n- -\n0 0 0:7 -") == nil)
    }

    @Test("files that others may read, and a folder that they may write to, are reported with what mends it")
    func modes() async throws {
        let path = folder.file("meridian.db")
        try #require(chmod(folder.path, 0o755) == 0)
        #expect(try await store.report().modeProblems == [])
        _ = try KeyFile(beside: path).secret(for: "one")
        for name in [path, path + ".key"] {
            try #require(chmod(name, 0o640) == 0)
            #expect(
                try await store.report().modeProblems == [
                    "\(name) is open to others than its owner (mode 0640): chmod 600 \(name)"
                ])
            try #require(chmod(name, 0o600) == 0)
        }
        try #require(chmod(folder.path, 0o775) == 0)
        #expect(
            try await store.report().modeProblems == [
                "others than its owner may put files into \(folder.path) (mode 0775): chmod go-w \(folder.path)"
            ])
    }
}
