import GRDB
import Mentoring
import Testing

@testable import Persistence

@Suite("the report and the backup") struct ReportTests {
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

    @Test("a backup is a whole database of its own, and its owner's alone")
    func backup() async throws {
        let nova = try await Nova(in: store)
        try await store.backup(to: folder.file("copy.db"))
        try await store.write { _ = try $0.add(Nova.person("late")) }
        #expect(try folder.contents().keys.sorted() == ["copy.db", "meridian.db"])
        #expect(try mode(of: folder.file("copy.db")) == 0o600)
        let copy = try SQLiteStore(path: folder.file("copy.db"))
        #expect(try await copy.read { try $0.sessions(of: "nova") } == [nova.session])
        #expect(try await copy.read { try $0.people().count } == 3)
        #expect(try await copy.report().isSound)
    }

    @Test(
        "a backup replaces no file and leaves nothing behind when it fails",
        arguments: ["meridian.db", "missing/copy.db"])
    func refusedBackup(name: String) async throws {
        let before = try folder.contents()
        let failure = try await #require(throws: StorageFailure.self) { try await store.backup(to: folder.file(name)) }
        #expect(failure.description.contains(folder.file(name)))
        #expect(try folder.contents() == before)
    }

    @Test("backups taken while others write are each the state between two writes", arguments: [20])
    func backupUnderWriters(count: Int) async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            var session = nova.session
            session.capacity = 100
            try store.update(session)
        }
        let writer = try SQLiteStore(path: folder.file("meridian.db"))
        async let written: Void = {
            for round in 1...100 {
                try await writer.write { store throws in
                    // Always both or none: a person and their place in the session.
                    let person = try store.add(Nova.person("w\(round)"))
                    _ = try store.add(nova.enrollment(person, seat: round))
                }
            }
        }()
        for number in 1...count {
            let path = folder.file("copy-\(number).db")
            try await store.backup(to: path)
            let (people, seated) = try await SQLiteStore(path: path).read {
                (try $0.people().count, try $0.enrollments(in: nova.session.id).count)
            }
            #expect(people == 3 + seated)
        }
        try await written
    }
}
