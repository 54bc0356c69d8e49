import Foundation
import GRDB
import Mentoring
import MentoringService
import Testing

@testable import Persistence

@Suite("the file and its permissions") struct FileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a new file is its owner's alone, and so is every folder made for it")
    func created() throws {
        _ = try SQLiteStore(path: folder.file("share/meridian/meridian.db"))
        #expect(try mode(of: folder.file("share")) == 0o700)
        #expect(try mode(of: folder.file("share/meridian")) == 0o700)
        #expect(try mode(of: folder.file("share/meridian/meridian.db")) == 0o600)
    }

    @Test("an existing folder keeps its mode, and an empty file in it is taken as new")
    func existing() async throws {
        let path = folder.file("meridian.db")
        try Data().write(to: URL(fileURLWithPath: path))
        try #require(chmod(folder.path, 0o755) == 0)
        _ = try await Nova(in: SQLiteStore(path: path))
        #expect(try mode(of: folder.path) == 0o755)
    }

    @Test("opening a current database again changes nothing in it")
    func openedAgain() throws {
        let path = folder.file("meridian.db")
        _ = try SQLiteStore(path: path)
        let before = try folder.contents()
        _ = try SQLiteStore(path: path)
        #expect(try folder.contents() == before)
    }

    @Test("a database left in write-ahead logging is taken back to a rollback journal")
    func walFile() async throws {
        let path = folder.file("meridian.db")
        let first = try SQLiteStore(path: path)
        try await first.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try first.queue.close()
        let report = try await SQLiteStore(path: path).report()
        #expect(report.journalMode == "delete")
        #expect(try folder.contents().keys.sorted() == ["meridian.db"])
    }

    @Test("many who open a new file at once all find one schema")
    func openedAtOnce() async throws {
        let path = folder.file("meridian.db")
        let migrations = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { try await SQLiteStore(path: path).report().migrations } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(migrations == Array(repeating: Schema.migrations.map(\.name), count: 8))
    }

    @Test("a file that may not be read is refused in words")
    func unreadable() throws {
        let path = folder.file("meridian.db")
        _ = try SQLiteStore(path: path)
        try #require(chmod(path, 0o000) == 0 && chmod(folder.path, 0o755) == 0)
        let failure = try #require(throws: StorageFailure.self) {
            try asNobody { try SQLiteStore(path: path) }
        }
        #expect(failure.description.contains("the database \(path) cannot be opened"))
    }

    @Test("a file that may only be read is read; a write fails in words and the file stays as it is")
    func readOnly() async throws {
        let path = folder.file("meridian.db")
        let nova = try await Nova(in: SQLiteStore(path: path))
        try #require(chmod(path, 0o444) == 0 && chmod(folder.path, 0o755) == 0)
        let before = try folder.contents()
        let store = try asNobody { try SQLiteStore(path: path) }
        #expect(try await store.read { try $0.sessions(of: "nova").map(\.asStored) } == [nova.session])
        let failure = try await #require(throws: StorageFailure.self) {
            try await store.write { _ = try $0.add(Nova.person("late")) }
        }
        #expect(failure.description.contains("the database \(path) cannot be written"))
        #expect(try folder.contents() == before)
    }

    @Test("a full disk fails in words, nothing is acknowledged, and reading goes on")
    func fullDisk() async throws {
        let store = try SQLiteStore(path: folder.file("meridian.db"))
        let nova = try await Nova(in: store)
        try await store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1") }
        let failure = try await #require(throws: StorageFailure.self) {
            try await store.write { store in
                let bytes = [UInt8](repeating: 7, count: 100_000)
                _ = try store.add(OutboxMessage(recipient: nova.mentor.email, subject: "s", bytes: bytes, created: now))
            }
        }
        #expect(failure.description.contains("is full; nothing was changed. Free some space and try again"))
        #expect(try await store.read { try $0.outbox([.pending]) }.isEmpty)
        #expect(try await store.read { try $0.programs() } == [nova.program])
    }

    /// Runs `body` with the file permissions of somebody who owns nothing, which root otherwise would pass over.
    private func asNobody<Result>(_ body: () throws -> Result) throws -> Result {
        guard geteuid() == 0 else { return try body() }
        let symbol = try #require(dlsym(nil, "setfsuid"))
        let setfsuid = unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
        _ = setfsuid(65_534)
        defer { _ = setfsuid(0) }
        return try body()
    }
}
