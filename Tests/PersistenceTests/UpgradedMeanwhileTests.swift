import Foundation
import GRDB
import Mentoring
import MentoringService
import Testing

@testable import Persistence

@Suite("A database that a newer release brings up to date while this one has it open")
struct UpgradedMeanwhileTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("meridian.db")
    }

    private func execute(_ sql: String) throws {
        let newer = try DatabaseQueue(path: path)
        try newer.writeWithoutTransaction { try $0.execute(sql: sql) }
        try newer.close()
    }

    @Test("is neither read nor written any more, not by a byte, and the error says what to do")
    func refused() async throws {
        let store = try SQLiteStore(path: path)
        #expect(try await store.read { try $0.programs().count } == 0)
        // A migration that changes no table, so that nothing but its name tells.
        try execute("INSERT INTO migration(name, applied) VALUES ('2099-01 flying cars', 0)")
        let before = try folder.contents()
        let failures = [
            await #expect(throws: StorageFailure.self) { _ = try await store.read { try $0.programs().count } },
            await #expect(throws: StorageFailure.self) { try await store.write { _ in } },
        ]
        for failure in failures {
            let words = try #require(failure?.description)
            #expect(
                words.contains("brought up to date by a newer Meridian (it has the migration “2099-01 flying cars”)"))
            #expect(words.hasSuffix("nothing was changed. Restart this with that release"))
        }
        #expect(try folder.contents() == before)
    }

    @Test("is refused to each of those who share a commit, and to nobody before")
    func shared() async throws {
        let store = try SQLiteStore(path: path)
        try await store.write { _ in }
        try execute("INSERT INTO migration(name, applied) VALUES ('2099-01 flying cars', 0)")
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask { (try? await store.write { _ in }) == nil }
            }
            for await isRefused in group { #expect(isRefused) }
        }
    }

    @Test("is used again once what the newer one did is gone, as after a restore")
    func backAgain() async throws {
        let store = try SQLiteStore(path: path)
        try execute("INSERT INTO migration(name, applied) VALUES ('2099-01 flying cars', 0)")
        await #expect(throws: StorageFailure.self) { try await store.write { _ in } }
        try execute("DELETE FROM migration WHERE name = '2099-01 flying cars'")
        try await store.write { _ in }
    }
}
