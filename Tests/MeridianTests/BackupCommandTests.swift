import Foundation
import Testing

@testable import meridian

@Suite("Backup and restore from the command line")
struct BackupCommandTests {
    private func planned() async throws -> CommandRunner {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        _ = try await meridian.run(
            "trainee", "join", "nova", "--name", "Ada", "--email", "ada@example.org", "--zone", "Africa/Lagos")
        try #require(try await meridian.run("enroll", "nova-2027a-w01-europe", "--as", "ada@example.org").status == 0)
        return meridian
    }

    @Test("a backup is checked, restored over what has happened since, and mails nobody until it is released")
    func season() async throws {
        let meridian = try await planned()
        let backup = try await meridian.run("backup", "backup.tar")
        #expect(backup.status == 0)
        #expect(backup.output.contains("backup.tar: "))
        #expect(backup.output.contains("1 programs, 78 sessions") || backup.output.contains("with the key"))
        let checked = try await meridian.run("restore", "backup.tar", "--verify")
        #expect(checked.status == 0)
        let told = "backup.tar is sound: made at 2026-12-14T09:00:00Z by Meridian \(Meridian.version)"
        #expect(checked.output.contains(told))
        let mails = try await meridian.run("outbox", "send", "--to-dir", "sent")
        #expect(mails.status == 0)
        #expect(try await meridian.run("leave", "nova-2027a-w01-europe", "--as", "ada@example.org").status == 0)

        let restored = try await meridian.run("restore", "backup.tar")
        #expect(restored.status == 0)
        #expect(restored.output.contains("meridian.db.replaced-20261214T090000Z"))
        #expect(restored.output.contains("Mail is held"))
        let listed = try await meridian.run("outbox", "list")
        #expect(listed.output.contains("held"))
        #expect(!listed.output.contains("pending"))
        let refused = try await meridian.run("outbox", "send", "--to-dir", "again")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("no mail leaves since the restore of 2026-12-14T09:00:00Z"))
        #expect(!FileManager.default.fileExists(atPath: meridian.folder.appending(path: "again").path))
        #expect(try await meridian.run("doctor").output.contains("held since the restore of 2026-12-14T09:00:00Z"))
        let seated = try await meridian.run(
            "session", "show", "nova-2027a-w01-europe", "--as", "ada@example.org", "--json")
        #expect(
            seated.output.contains(#""enrollment" : "enrolled""#) || seated.output.contains(#""enrollment":"enrolled""#)
        )

        let last = try #require(
            listed.lines.last { $0.contains("  held") }?.split(separator: " ").first.map(String.init))
        let released = try await meridian.run("outbox", "release", "--drop-through", last)
        #expect(released.status == 0)
        #expect(released.output.hasPrefix("0 mails leave"))
        let empty = try await meridian.run("outbox", "send", "--to-dir", "again")
        #expect(empty.output == "0 sent, 0 waiting, 0 refused\n")
        #expect(try await meridian.run("outbox", "release").errors.contains("no mail is held back"))
    }

    @Test("who was erased since is not known from a damaged database, which is said in words and as JSON")
    func erasedSince() async throws {
        let meridian = try await planned()
        try #require(try await meridian.run("backup", "backup.tar").status == 0)
        _ = try await meridian.run("person", "erase", "ada@example.org")
        let known = try await meridian.run("restore", "backup.tar")
        #expect(known.output.contains("1 person who had been erased since the backup was made is erased again"))
        #expect(!known.output.contains("by hand"))
        let database = meridian.folder.appending(path: "meridian.db")
        try Data("no database".utf8).write(to: database)
        let told = try await meridian.run("restore", "backup.tar")
        #expect(told.status == 0)
        #expect(told.output.contains("is not known from what was there before, since it cannot be read"))
        #expect(told.output.contains("meridian person erase WHO"))
        try Data("no database".utf8).write(to: database)
        let json = try await meridian.run("restore", "backup.tar", "--json")
        #expect(json.output.filter { $0 != " " }.contains(#""erasuresUnread":"damaged""#))
    }

    @Test("both are done on the machine of the database, and say so over a server")
    func overServer() async throws {
        let meridian = try CommandRunner()
        for words in [["backup", "b.tar"], ["restore", "b.tar"], ["restore", "b.tar", "--verify"]] {
            let refused = try await meridian.run(
                arguments: words, extra: ["MERIDIAN_SERVER": "http://127.0.0.1:9", "MERIDIAN_DB": ""])
            #expect(refused.status == 64)
            #expect(refused.errors.contains("This command works on a database, not over http://127.0.0.1:9"))
        }
    }

    @Test("a database that a server has open is not replaced")
    func serving() async throws {
        let meridian = try await planned()
        try #require(try await meridian.run("backup", "backup.tar").status == 0)
        let server = try await meridian.serve(meridian.environment)
        let refused = try await meridian.run("restore", "backup.tar")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("is in use by another process: stop meridian serve"))
        // A backup is made beside it.
        #expect(try await meridian.run("backup", "during.tar").status == 0)
        await server.stop()
    }

    @Test("a file that is no backup is bad input, and what there is stays")
    func noBackup() async throws {
        let meridian = try await planned()
        let text = try meridian.write("people:\n  - mei\n", as: "notes.tar")
        for extra in [[], ["--verify"]] {
            let refused = try await meridian.run(arguments: ["restore", text] + extra)
            #expect(refused.status == 65)
            #expect(refused.errors.contains("notes.tar: is no backup of Meridian's, or is damaged"))
        }
        #expect(try await meridian.run("session", "show", "nova-2027a-w01-europe").status == 0)
    }
}
