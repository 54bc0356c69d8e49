import CivilTime
import Foundation
import GRDB
import Mentoring
import MentoringService
import Testing

@testable import Persistence

@Suite("a backup from somebody else's hands") struct ArchiveDamageTests {
    let folder: TemporaryFolder
    let archive: [UInt8]

    init() async throws {
        folder = try TemporaryFolder()
        let path = folder.file("meridian.db")
        _ = try await Nova(in: SQLiteStore(path: path))
        _ = try KeyFile(beside: path).secret(for: "one")
        let backup = try Backup.make(
            of: path, at: folder.file("backup.tar"), release: "0.1.0", now: now, withKey: true)
        archive = Array(try #require(FileManager.default.contents(atPath: backup.file)))
        #expect(try Backup.verify(backup.file).rows["person"] == 3)
    }

    @Test("is refused whichever of its bytes was changed")
    func changedByte() throws {
        let manifest = Array(0..<3 * 512)
        for place in manifest + Array(stride(from: manifest.count, to: archive.count, by: 1009)) {
            var changed = archive
            changed[place] ^= 0x01
            #expect(throws: BadInput.self, "byte \(place)") { try verify(changed) }
        }
    }

    @Test("is refused wherever it was cut off, and when something follows it")
    func cutOff() throws {
        let lengths = [0, 1, 511, 512, 600] + stride(from: 1024, to: archive.count, by: 9973) + [archive.count - 512]
        for length in lengths { #expect(throws: BadInput.self, "\(length)") { try verify(Array(archive[..<length])) } }
        #expect(throws: BadInput.self) { try verify(archive + [1]) }
        #expect(throws: BadInput.self) { try verify(archive + [UInt8](repeating: 0, count: 20 * 512)) }
        // As programs write it that fill a whole record.
        try verify(archive + [UInt8](repeating: 0, count: 512))
    }

    @Test(
        "is refused when a member is not a plain file of the name that it should have",
        arguments: [
            (0, "../manifest.json"), (0, "/etc/passwd"), (0, "meridian.db"), (156, "2"), (156, "1"), (156, "x"),
            (156, "g"), (156, "L"), (156, "S"), (156, "5"), (157, "/etc/passwd"), (345, ".."), (257, "ustar  "),
            (124, "77777777777"), (124, "\u{80}"), (100, "0004755"),
        ])
    func otherMember(place: Int, text: String) throws {
        var changed = archive
        changed.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
        // With a sum that is right, as whoever forges it would have.
        changed.replaceSubrange(148..<156, with: Array("        ".utf8))
        let sum = String(changed[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
        changed.replaceSubrange(
            148..<156, with: Array((String(repeating: "0", count: 6 - sum.count) + sum + "\0 ").utf8))
        #expect(throws: BadInput.self) { try verify(changed) }
    }

    @Test("is refused when it is no file, and a FIFO holds nobody up")
    func noFile() throws {
        try #require(mkfifo(folder.file("fifo"), 0o600) == 0)
        for path in [folder.file("fifo"), folder.path, folder.file("nowhere")] {
            #expect(throws: StorageFailure.self) { try Backup.verify(path) }
        }
    }

    @Test("with a trigger of their own in the database is refused before anything is written into it")
    func foreignTrigger() async throws {
        let path = folder.file("meridian.db")
        let store = try SQLiteStore(path: path)
        try await store.queue.writeWithoutTransaction {
            try $0.execute(sql: "CREATE TRIGGER more AFTER INSERT ON setting BEGIN DELETE FROM person; END")
        }
        let backup = try Backup.make(of: path, at: folder.file("more.tar"), release: "0.1.0", now: now, withKey: true)
        let error = #expect(throws: BadInput.self) { try Backup.verify(backup.file) }
        #expect(error?.description.contains("trigger more should not be there") == true)
    }

    private func verify(_ bytes: [UInt8]) throws {
        let path = folder.file("changed.tar")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        _ = try Backup.verify(path)
    }
}
