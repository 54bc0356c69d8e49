import Foundation
import GRDB
import GRDBSQLite
import Mentoring
import MentoringService
import Synchronization
import Testing

@testable import Persistence

@Suite("a commit that fails at its very end") struct UncertainCommitTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("meridian.db")
        FailingDisk.install()
    }

    @Test(
        "is not said to have changed nothing, since its change is there", arguments: [FailingDisk.Fault.afterDeleting])
    func saved(fault: FailingDisk.Fault) async throws {
        let store = try SQLiteStore(path: path)
        let failure = await FailingDisk.failing(path, fault) {
            await #expect(throws: StorageFailure.self) { try await store.write { _ = try $0.add(Nova.person("ada")) } }
        }
        try check(try #require(failure))
        #expect(try await SQLiteStore(path: path).read { try $0.people() }.count == 1)
        // The connection is good for more.
        try await store.write { _ = try $0.add(Nova.person("bob")) }
        #expect(try await store.read { try $0.people() }.count == 2)
    }

    @Test("is said to have changed nothing when it fails before")
    func before() async throws {
        let store = try SQLiteStore(path: path)
        let failure = await #expect(throws: StorageFailure.self) {
            try await store.write { transaction in
                _ = try transaction.add(Nova.person("ada"))
                throw DatabaseError(resultCode: .SQLITE_IOERR, message: "disk I/O error")
            }
        }
        #expect(failure?.description.contains("nothing was changed") == true)
        #expect(try await SQLiteStore(path: path).read { try $0.people() }.isEmpty)
    }

    @Test("says so to all whose writes shared it")
    func shared() async throws {
        let store = try SQLiteStore(path: path)
        let (gate, opened) = AsyncStream<Void>.makeStream()
        let failures = await FailingDisk.failing(path, .afterDeleting) {
            await withTaskGroup(of: StorageFailure?.self) { group in
                for number in 0..<16 {
                    group.addTask {
                        for await _ in gate {}
                        do {
                            try await store.write { _ = try $0.add(Nova.person("p\(number)")) }
                            return nil
                        } catch {
                            return error as? StorageFailure
                        }
                    }
                }
                opened.finish()
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
        for failure in failures { try check(try #require(failure)) }
        #expect(try await SQLiteStore(path: path).read { try $0.people() }.count == 16)
    }

    private func check(_ failure: StorageFailure) throws {
        #expect(!failure.description.contains("nothing was changed"))
        #expect(failure.description.contains("which may have been saved or not: look whether it is there"))
    }
}

/// SQLite's way to the disk with a fault in it: the journal of one database is deleted, and that is reported as failed, as
/// when the folder cannot be brought to the disk.
enum FailingDisk {
    enum Fault: Int { case none, afterDeleting }

    private static let faults = Mutex<[String: Fault]>([:])
    nonisolated(unsafe) private static let original = sqlite3_vfs_find(nil) ?? .allocate(capacity: 1)
    nonisolated(unsafe) private static var shim = original.pointee

    /// Once for the process; every database goes through it, and is let pass unless it is named.
    static func install() { _ = installed }

    private static let installed: Void = {
        shim.zName = UnsafePointer(strdup("failing"))
        shim.xDelete = { _, path, sync in
            let result = FailingDisk.original.pointee.xDelete(FailingDisk.original, path, sync)
            let journal = path.map { String(cString: $0) } ?? ""
            let fault = FailingDisk.faults.withLock { $0[journal] } ?? .none
            // SQLITE_IOERR_DIR_FSYNC
            return fault == .afterDeleting && result == SQLITE_OK ? SQLITE_IOERR | 5 << 8 : result
        }
        sqlite3_vfs_register(&shim, 1)
    }()

    /// Runs `body` while the journal of that database fails.
    static func failing<T>(_ database: String, _ fault: Fault, _ body: () async -> T) async -> T {
        faults.withLock { $0[database + "-journal"] = fault }
        defer { faults.withLock { $0[database + "-journal"] = nil } }
        return await body()
    }
}
