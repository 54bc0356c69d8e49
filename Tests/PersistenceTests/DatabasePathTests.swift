import Foundation
import Mentoring
import MentoringService
import Testing

@testable import Persistence

@Suite("a database has one name, and by it one key and one lock") struct DatabasePathTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("real"), withIntermediateDirectories: false)
        path = folder.file("real/meridian.db")
        try FileManager.default.createSymbolicLink(atPath: folder.file("link.db"), withDestinationPath: path)
        try FileManager.default.createSymbolicLink(atPath: folder.file("chain.db"), withDestinationPath: "./link.db")
        try FileManager.default.createSymbolicLink(atPath: folder.file("folder"), withDestinationPath: "real")
    }

    /// Ways to write it, in a folder.
    private static let spellings = [
        "real/meridian.db", "link.db", "chain.db", "folder/meridian.db", "real/../real/./meridian.db",
        "folder/../link.db",
        "real//meridian.db",
    ]

    @Test("however it is spelled, before and after it exists", arguments: spellings)
    func spelled(spelling: String) async throws {
        #expect(try DatabasePath.resolved(folder.file(spelling)) == path)
        let store = try SQLiteStore(path: folder.file(spelling))
        #expect(try DatabasePath.resolved(folder.file(spelling)) == path)
        #expect(try mode(of: path) == 0o600)
        let secret = try KeyFile(beside: folder.file(spelling)).secret(for: "one")
        #expect(try KeyFile(beside: path).secret(for: "one") == secret)
        _ = try await store.alone("send") { () async throws in
            #expect(try await SQLiteStore(path: path).alone("send") { true } == nil)
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.file("real")).sorted()
        #expect(files == ["meridian.db", "meridian.db.key", "meridian.db.send.lock"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                == ["chain.db", "folder", "link.db", "real"])
    }

    @Test("as an open descriptor names it")
    func descriptor() throws {
        _ = try SQLiteStore(path: path)
        let file = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        #expect(try DatabasePath.resolved("/proc/self/fd/\(file)") == path)
    }

    @Test("relative to the working directory, and through folders that are still to be made")
    func relative() throws {
        let here = FileManager.default.currentDirectoryPath
        #expect(try DatabasePath.resolved("no-such-file.db") == here + "/no-such-file.db")
        #expect(try DatabasePath.resolved("./:memory:") == here + "/:memory:")
        #expect(try DatabasePath.resolved(folder.file("folder/new/newer/m.db")) == folder.file("real/new/newer/m.db"))
        #expect(try DatabasePath.resolved("/no-such-file.db") == "/no-such-file.db")
        #expect(throws: UnsuitableFile.self) { try DatabasePath.resolved("") }
    }

    @Test("a file of two names is refused in words, since each would have a journal and a key")
    func hardLink() throws {
        _ = try SQLiteStore(path: path)
        try FileManager.default.linkItem(atPath: path, toPath: folder.file("other.db"))
        for name in [path, folder.file("other.db")] {
            let failure = try #require(throws: StorageFailure.self) { try SQLiteStore(path: name) }
            #expect(failure.description.contains("\(name) has 2 names (hard links)"))
        }
        try FileManager.default.removeItem(atPath: folder.file("other.db"))
        _ = try SQLiteStore(path: path)
    }

    @Test("links that go round are refused in words")
    func circle() throws {
        try FileManager.default.createSymbolicLink(atPath: folder.file("a.db"), withDestinationPath: "b.db")
        try FileManager.default.createSymbolicLink(atPath: folder.file("b.db"), withDestinationPath: "a.db")
        let failure = try #require(throws: StorageFailure.self) { try SQLiteStore(path: folder.file("a.db")) }
        #expect(failure.description.contains("cannot be created"))
    }

    @Test("a key that an earlier release made beside a link is asked for, and no second one is made")
    func keyBesideLink() throws {
        _ = try SQLiteStore(path: path)
        try Data(repeating: 7, count: 32).write(to: URL(fileURLWithPath: folder.file("link.db.key")))
        let failure = try #require(throws: StorageFailure.self) {
            try KeyFile(beside: folder.file("link.db")).secret(for: "one")
        }
        #expect(failure.description.contains("link.db.key, beside a link to it; move it to \(path).key"))
        try FileManager.default.moveItem(atPath: folder.file("link.db.key"), toPath: path + ".key")
        #expect(
            try KeyFile(beside: folder.file("link.db")).secret(for: "one") == KeyFile(beside: path).secret(for: "one"))
    }
}
