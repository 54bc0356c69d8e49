import Foundation
import Mentoring
import MentoringService
import Subprocess
import Testing

@testable import Persistence

@Suite("a task that only one is in") struct AloneTests {
    @Test("whoever comes while it is under way is turned away, and whoever comes after it is not")
    func excludes() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("meridian.db")
        try FileManager.default.createSymbolicLink(atPath: folder.file("link.db"), withDestinationPath: path)
        let stores = try [path, path, folder.file("link.db")].map { try SQLiteStore(path: $0) }
        let inMemory = try SQLiteStore.inMemory()
        try await exclude(stores[0], others: stores)
        try await exclude(inMemory, others: [inMemory])
        #expect(try mode(of: path + ".send.lock") == 0o600)
    }

    private func exclude(_ store: SQLiteStore, others: [SQLiteStore]) async throws {
        let answer = try await store.alone("send") { () async throws in
            for other in others {
                #expect(try await other.alone("send") { true } == nil)
                #expect(try await other.alone("plan") { true } == true)
            }
            return "done"
        }
        #expect(answer == "done")
        for other in others { #expect(try await other.alone("send") { true } == true) }
    }

    @Test("what the task throws passes, and it can be done again")
    func thrownError() async throws {
        let store = try SQLiteStore.inMemory()
        let refusal = Refusal(.conflict, "not now")
        await #expect(throws: refusal) { try await store.alone("send") { () async throws -> Bool in throw refusal } }
        #expect(try await store.alone("send") { true } == true)
    }

    @Test("a process that is killed in it leaves it free")
    func killedProcess() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file("meridian.db"))
        // It holds the lock, as a process of Meridian's would, and waits for input that does not come.
        let killed = try await run(
            .name("flock"),
            arguments: [
                "--no-fork", "--exclusive", folder.file("meridian.db.send.lock"), "sh", "-c", "echo held; exec cat",
            ], input: .inputWriter, output: .sequence, error: .discarded
        ) { other in
            for try await line in other.standardOutput.strings() {
                #expect(line == "held")
                #expect(try await store.alone("send") { true } == nil)
                try other.send(signal: .kill)
            }
        }
        #expect(killed.terminationStatus == .signaled(SIGKILL))
        #expect(try await store.alone("send") { true } == true)
    }

    @Test("a lock that cannot be had is a failure in words")
    func impossibleLock() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file("meridian.db"))
        try FileManager.default.createDirectory(
            atPath: folder.file("meridian.db.send.lock"), withIntermediateDirectories: false)
        let failure = await #expect(throws: StorageFailure.self) { try await store.alone("send") { true } }
        #expect(
            failure?.description == "\(folder.file("meridian.db.send.lock")) cannot be locked: Is a directory. "
                + "Check the folder and its permissions")
    }
}
