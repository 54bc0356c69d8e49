import Foundation
import GRDB
import Mentoring
import MentoringService
import Subprocess
import SystemPackage
import Testing

@testable import Persistence

@Suite("backup and restore") struct BackupTests {
    let folder: TemporaryFolder
    let path: String
    let nova: Nova

    init() async throws {
        folder = try TemporaryFolder()
        path = folder.file("meridian.db")
        nova = try await Nova(in: SQLiteStore(path: path))
    }

    private func backUp(_ name: String = "backup.tar", withKey: Bool = true) throws -> Backup {
        try Backup.make(of: path, at: folder.file(name), release: "0.1.0", now: now, withKey: withKey)
    }

    private func restore(_ name: String = "backup.tar", to other: String = "other/meridian.db") throws -> RestoredBackup
    {
        try Backup.restore(folder.file(name), to: folder.file(other), now: now)
    }

    private func programs(_ path: String) async throws -> [Program] {
        try await SQLiteStore(path: path).read { try $0.programs() }
    }

    @Test("a backup is its owner's alone, and restores database and key into nothing, with its mail held")
    func roundTrip() async throws {
        try await SQLiteStore(path: path).write { [nova] in
            _ = try $0.add(OutboxMessage(recipient: nova.mentor.email, subject: "s", bytes: [7], created: now))
        }
        let secret = try KeyFile(beside: path).secret(for: "one")
        let before = try folder.contents()
        let backup = try backUp()
        #expect(try mode(of: backup.file) == 0o600)
        #expect((backup.key, backup.rows["person"], backup.made) == (.included, 3, now))
        #expect(try folder.contents().filter { $0.key != "backup.tar" } == before)
        let restored = try restore()
        #expect((restored.kept, restored.heldMails, restored.key) == (nil, 1, .restored))
        for name in ["other/meridian.db", "other/meridian.db.key"] { #expect(try mode(of: folder.file(name)) == 0o600) }
        #expect(try KeyFile(beside: folder.file("other/meridian.db")).secret(for: "one") == secret)
        let store = try SQLiteStore(path: folder.file("other/meridian.db"))
        #expect(try await store.read { try $0.programs() } == [nova.program])
        #expect(try await store.read { try $0.mailHeldSince() } == now)
        #expect(try await store.report().isSound)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.file("other")).sorted()
                == ["meridian.db", "meridian.db.key", "meridian.db.restore.lock"])
    }

    @Test("tar and sha256sum open it and find it right")
    func standardTools() async throws {
        _ = try KeyFile(beside: path).secret(for: "one")
        _ = try backUp()
        let shell = try await run(
            .name("sh"),
            arguments: [
                "-c", "mkdir out && tar -xf backup.tar -C out && cd out && sha256sum --check --strict SHA256SUMS && ls",
            ], workingDirectory: FilePath(folder.path), output: .string(limit: 1 << 16))
        #expect(shell.terminationStatus.isSuccess)
        #expect(shell.standardOutput.hasSuffix("SHA256SUMS\nmanifest.json\nmeridian.db\nmeridian.db.key\n"))
    }

    @Test("what was there before is kept with its key, and can be opened by its new name")
    func keptAside() async throws {
        _ = try KeyFile(beside: path).secret(for: "one")
        _ = try backUp()
        try await SQLiteStore(path: path).write { _ = try $0.add(Nova.person("late")) }
        let restored = try restore(to: "meridian.db")
        let kept = try #require(restored.kept)
        #expect(kept == path + ".replaced-20270101T000000Z")
        #expect(try await SQLiteStore(path: kept).read { try $0.people() }.count == 4)
        #expect(try await SQLiteStore(path: path).read { try $0.people() }.count == 3)
        #expect(try KeyFile.bytes(beside: kept) == KeyFile.bytes(beside: path))
        // Again in the same second, as a clock that stands still has it.
        #expect(try restore(to: "meridian.db").kept == kept + "-2")
    }

    @Test("without the key it says what dies, unless the right one is there")
    func withoutKey() throws {
        _ = try KeyFile(beside: path).secret(for: "one")
        #expect(try backUp("without.tar", withKey: false).key == .leftOut)
        #expect(try restore("without.tar").key == .lost)
        #expect(try KeyFile.bytes(beside: folder.file("other/meridian.db")) == nil)
        let key = try KeyFile.bytes(beside: path)
        #expect(try restore("without.tar", to: "meridian.db").key == .kept)
        #expect(try KeyFile.bytes(beside: path) == key)
        // Another database's key goes aside with that database.
        _ = try KeyFile(beside: folder.file("other/meridian.db")).secret(for: "one")
        let again = try restore("without.tar")
        #expect(again.key == .lost)
        #expect(try KeyFile.bytes(beside: folder.file("other/meridian.db")) == nil)
        #expect(try KeyFile.bytes(beside: #require(again.kept)) != nil)
    }

    @Test("no file is ever replaced by a backup, and a database is not made for one")
    func refused() throws {
        _ = try backUp()
        let before = try folder.contents()
        let failure = try #require(throws: StorageFailure.self) { try backUp() }
        #expect(failure.description.contains("exists already; it was left as it is"))
        #expect(throws: StorageFailure.self) { try backUp("nowhere/backup.tar") }
        let none = try #require(throws: StorageFailure.self) {
            try Backup.make(of: folder.file("no.db"), at: folder.file("b.tar"), release: "0", now: now, withKey: true)
        }
        #expect(none.description.contains("there is no database"))
        #expect(try folder.contents() == before)
    }

    @Test("a database that somebody has open is never replaced; nor is one opened that is being restored")
    func inUse() throws {
        _ = try backUp()
        var store: SQLiteStore? = try SQLiteStore(path: path)
        let refusal = try #require(throws: Refusal.self) { try restore(to: "meridian.db") }
        #expect(refusal.description.contains("is in use by another process: stop meridian serve"))
        withExtendedLifetime(store) {}
        store = nil
        let alone = try Presence.alone(at: path)
        let failure = try #require(throws: StorageFailure.self) { try SQLiteStore(path: path) }
        #expect(failure.description.contains("is being restored from a backup just now"))
        withExtendedLifetime(alone) {}
    }

    @Test("a transaction of SQLite's own shell keeps it from being replaced")
    func inUseByOther() async throws {
        _ = try backUp()
        var lines: [String] = []
        let shell = try await run(
            .name("flock"), arguments: ["--shared", path, "sh", "-c", "echo held; exec cat"], input: .inputWriter,
            output: .sequence, error: .discarded
        ) { shell in
            for try await line in shell.standardOutput.strings() {
                lines.append(line)
                #expect(throws: Refusal.self) { try restore(to: "meridian.db") }
                try await shell.standardInputWriter.finish()
            }
        }
        #expect(lines == ["held"] && shell.terminationStatus.isSuccess)
        #expect(try restore(to: "meridian.db").kept != nil)
    }

    @Test("a restore that is killed at any step says how to go on, and the same restore finishes it", arguments: 0...5)
    func interrupted(step: Int) async throws {
        let key = try KeyFile(beside: path).secret(for: "one")
        _ = try backUp()
        try await SQLiteStore(path: path).write { _ = try $0.add(Nova.person("late")) }
        let swap = try InterruptedRestore.begin(at: path, stamp: "then")
        #expect(swap.suffixes == ["", ".key"])
        let new = folder.file("new.db")
        if step > 0 { try FileManager.default.moveItem(atPath: path, toPath: swap.kept) }
        if step > 1 { try FileManager.default.moveItem(atPath: path + ".key", toPath: swap.kept + ".key") }
        if step > 2 { try Data(repeating: 1, count: 32).write(to: URL(fileURLWithPath: path + ".key")) }
        if step > 3 { try Data(repeating: 1, count: 99).write(to: URL(fileURLWithPath: path)) }
        if step > 4 { try Data(repeating: 1, count: 99).write(to: URL(fileURLWithPath: new)) }
        let failure = try #require(throws: StorageFailure.self) { try SQLiteStore(path: path) }
        #expect(failure.description.contains("give the same meridian restore again, which finishes it"))
        #expect(failure.description.contains("is kept as \(swap.kept)"))
        let restored = try restore(to: "meridian.db")
        #expect((restored.kept, restored.key) == (swap.kept, .restored))
        #expect(try await SQLiteStore(path: path).read { try $0.people() }.count == 3)
        #expect(try await SQLiteStore(path: swap.kept).read { try $0.people() }.count == 4)
        for name in [path, swap.kept] { #expect(try KeyFile(beside: name).secret(for: "one") == key) }
    }

    /// Notes that somebody was erased, as an erasing does.
    private func noteErasure(in path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(
                sql: "INSERT INTO erased_address VALUES (?, '0123456789abcdef', 7)",
                arguments: [Data(Transaction.digest(of: nova.trainee.email, "0123456789abcdef"))])
        }
        try queue.close()
    }

    @Test("who was erased since is read from what is replaced; where nothing was there, nobody was")
    func erasuresRead() throws {
        _ = try backUp()
        let nothing = try restore()
        #expect((nothing.erasuresDue, nothing.erasuresUnread) == (0, nil))
        try noteErasure(in: path)
        let restored = try restore(to: "meridian.db")
        #expect((restored.erasuresDue, restored.erasuresUnread) == (1, nil))
    }

    @Test("what is replaced and cannot be read is told apart from nothing", arguments: Unread.allCases)
    func erasuresUnread(_ kind: Unread) throws {
        _ = try backUp()
        try noteErasure(in: path)
        switch kind {
        case .newer:
            let queue = try DatabaseQueue(path: path)
            try queue.write {
                try $0.execute(sql: "INSERT INTO migration(name, applied) VALUES ('of the next release', 0)")
            }
            try queue.close()
        case .truncated: #expect(truncate(path, 5000) == 0)
        case .emptied: #expect(truncate(path, 0) == 0)
        case .noDatabase: try Data("people:\n  - mei\n".utf8).write(to: URL(fileURLWithPath: path))
        case .otherValues:
            let queue = try DatabaseQueue(path: path)
            try queue.write {
                try $0.execute(sql: "DROP TABLE erased_address; CREATE TABLE erased_address(digest, salt, moment)")
                try $0.execute(sql: "INSERT INTO erased_address VALUES (7, 7, 'then')")
            }
            try queue.close()
        }
        let restored = try restore(to: "meridian.db")
        #expect(restored.erasuresUnread == (kind == .newer ? .newer : .damaged))
        #expect(restored.erasuresDue == 0)
        #expect(restored.kept != nil)
        #expect(try String(decoding: JSONEncoder().encode(restored), as: UTF8.self).contains("erasuresUnread"))
    }

    /// What can have become of a database that a backup is to replace.
    enum Unread: CaseIterable { case newer, truncated, emptied, noDatabase, otherValues }

    @Test("a plain copy of a database is restored too, and keeps the key that is there")
    func plainCopy() async throws {
        _ = try KeyFile(beside: path).secret(for: "one")
        let key = try KeyFile.bytes(beside: path)
        try FileManager.default.copyItem(atPath: path, toPath: folder.file("copy.db"))
        let restored = try restore("copy.db", to: "meridian.db")
        #expect((restored.key, restored.backup.release) == (.kept, nil))
        #expect(try KeyFile.bytes(beside: path) == key)
    }

    @Test("another application's database is not put aside")
    func otherApplication() throws {
        _ = try backUp()
        let other = try DatabaseQueue(path: folder.file("others.db"))
        try other.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = 7; CREATE TABLE t(a)") }
        try other.close()
        let failure = try #require(throws: StorageFailure.self) { try restore(to: "others.db") }
        #expect(failure.description.contains("another application (application_id 7)"))
    }

    @Test("backups taken while others write are each the state between two writes", arguments: [20])
    func backupUnderWriters(count: Int) async throws {
        let store = try SQLiteStore(path: path)
        try await store.write { [nova] store throws in
            var session = nova.session
            session.capacity = 100
            try store.update(session)
        }
        let writer = try SQLiteStore(path: path)
        async let written: Void = { [nova] in
            for round in 1...100 {
                try await writer.write { store throws in
                    // Always both or none: a person and their place in the session.
                    let person = try store.add(Nova.person("w\(round)"))
                    _ = try store.add(nova.enrollment(person, seat: round))
                }
            }
        }()
        for number in 1...count {
            _ = try backUp("copy-\(number).tar")
            let copy = try restore("copy-\(number).tar", to: "copy-\(number).db")
            let (people, seated) = try await SQLiteStore(path: copy.database).read { [nova] in
                (try $0.people().count, try $0.enrollments(in: nova.session.id).count)
            }
            #expect(people == 3 + seated)
        }
        try await written
    }
}
