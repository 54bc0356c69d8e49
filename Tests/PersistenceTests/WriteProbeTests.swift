import Foundation
import Mentoring
import MentoringService
import Testing

@testable import Persistence

@Suite("whether a database can be written to") struct WriteProbeTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("meridian.db")
    }

    @Test("is tried without changing it, and nothing is left behind")
    func tried() async throws {
        let store = try SQLiteStore(path: path)
        let (before, count) = (try folder.contents(), store.changeCount)
        try await store.checkWriting()
        #expect(try folder.contents() == before)
        #expect(store.changeCount == count)
        try await SQLiteStore.inMemory().checkWriting()
    }

    @Test("what a killed process left is cleared away; a link in its place leads nowhere")
    func leftover() throws {
        _ = try SQLiteStore(path: path)
        try Data([1]).write(to: URL(fileURLWithPath: path + ".probe"))
        try WriteProbe.attempt(beside: path)
        try FileManager.default.createSymbolicLink(atPath: path + ".probe", withDestinationPath: folder.file("victim"))
        try WriteProbe.attempt(beside: path)
        #expect(try folder.contents().keys.sorted() == ["meridian.db"])
    }

    @Test("a folder or a file that takes no more is told in words")
    func refused() throws {
        _ = try SQLiteStore(path: path)
        try FileManager.default.createDirectory(atPath: path + ".probe", withIntermediateDirectories: false)
        let failure = #expect(throws: StorageFailure.self) { try WriteProbe.attempt(beside: path) }
        #expect(failure?.description.contains("the database \(path) cannot be written (\(path).probe: ") == true)
        #expect(throws: StorageFailure.self) { try WriteProbe.attempt(beside: folder.file("nowhere/meridian.db")) }
    }

    @Test("is tried once in a while, and else what was found is repeated")
    func seldom() async throws {
        _ = try SQLiteStore(path: path)
        let (seldom, always) = (
            WriteProbe(beside: path, atMostEvery: .seconds(3600)), WriteProbe(beside: path, atMostEvery: .zero)
        )
        try await seldom.check()
        try FileManager.default.createDirectory(atPath: path + ".probe", withIntermediateDirectories: false)
        try await seldom.check()
        await #expect(throws: StorageFailure.self) { try await always.check() }
        rmdir(path + ".probe")
        try await always.check()
    }
}
