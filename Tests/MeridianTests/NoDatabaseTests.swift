import Foundation
import Testing

@Suite("Where there is no database")
struct NoDatabaseTests {
    private let meridian: CommandRunner
    private let folder: String

    init() throws {
        meridian = try CommandRunner()
        folder = meridian.folder.appending(path: "data").path
    }

    /// One in a folder that is not there either.
    private var nowhere: [String: String] { ["MERIDIAN_DB": folder + "/meridian.db"] }

    @Test(
        "a command says so, says what makes one, and makes nothing",
        arguments: [
            ["doctor"], ["program", "list"], ["program", "export", "nova"],
            ["organizer", "add", "o@example.org", "--everywhere"],
            ["token", "create", "o@example.org"], ["outbox", "send", "--to-dir", "mail"], ["outbox", "release"],
            ["log"], ["session", "list", "nova"], ["enroll", "nova-2027a-w01-asia", "--as", "ada@example.org"],
            ["person", "block", "eve@example.org"], ["mail", "list"], ["backup", "backup.tar"],
            ["plan", "nova", "--publish"],
        ])
    func refused(arguments: [String]) async throws {
        let outcome = try await meridian.run(arguments: arguments, extra: nowhere)
        #expect(outcome.status == 74, "\(outcome)")
        #expect(
            outcome.errors
                == "meridian: there is no database at \(folder)/meridian.db; meridian program apply makes one, or name another with --db or MERIDIAN_DB\n"
        )
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("a mail is given back to the mail system, which tries again")
    func mail() async throws {
        let mail =
            "From: Ada <ada@example.org>\r\nTo: nova-training@example.org\r\nSubject: Hello\r\n\r\nWhen is it?\r\n"
        let outcome = try await meridian.run(arguments: ["mail", "receive"], extra: nowhere, input: mail)
        #expect(outcome.status == 75, "\(outcome)")
        #expect(outcome.errors.contains("there is no database at \(folder)/meridian.db"))
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("an empty file is none, and a link that leads nowhere neither")
    func empty() async throws {
        let file = try meridian.write("", as: "empty.db")
        try FileManager.default.createSymbolicLink(
            at: meridian.folder.appending(path: "link.db"),
            withDestinationURL: meridian.folder.appending(path: "gone.db"))
        for name in [file, "link.db"] {
            let outcome = try await meridian.run(
                arguments: ["mail", "receive", "--db", name], input: "Subject: a\r\n\r\nb")
            #expect(outcome.status == 75, "\(outcome)")
            #expect(try await meridian.run("program", "list", "--db", name).status == 74)
        }
        #expect(try Data(contentsOf: meridian.folder.appending(path: file)).isEmpty)
        #expect(!FileManager.default.fileExists(atPath: meridian.folder.appending(path: "gone.db").path))
    }

    @Test(
        "while a restore has not come to its end, every command says how to go on, and makes nothing",
        arguments: [
            ["program", "list"], ["program", "apply", "nova.yaml"], ["program", "apply", "nova.yaml", "--dry-run"],
            ["enroll", "nova-2027a-w01-asia", "--as", "ada@example.org"], ["backup", "backup.tar"], ["doctor"],
        ])
    func interruptedRestore(arguments: [String]) async throws {
        _ = try meridian.write(try await meridian.run("program", "example").output, as: "nova.yaml")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let database = folder + "/meridian.db"
        let interrupted = #"{"kept":"\#(database).replaced-a","suffixes":["",".key"]}"#
        try Data(interrupted.utf8).write(to: URL(filePath: database + ".restoring"))
        let outcome = try await meridian.run(arguments: arguments, extra: nowhere)
        #expect(outcome.status == 74, "\(outcome)")
        #expect(outcome.errors.contains("give the same meridian restore again, which finishes it"), "\(outcome)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["meridian.db.restoring"])
    }

    @Test("a preview shows what applying would do, and makes nothing")
    func preview() async throws {
        let example = try meridian.write(try await meridian.run("program", "example").output, as: "nova.yaml")
        let shown = try await meridian.run("program", "apply", example, "--dry-run", extra: nowhere)
        #expect(shown.status == 0 && shown.output.contains("would be made; nothing was changed"), "\(shown)")
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("a file that is refused makes none, whatever is wrong with it")
    func refusedFile() async throws {
        let example = try await meridian.run("program", "example").output
        for (name, text) in [
            ("empty.yaml", ""), ("zone.yaml", example.replacing("zone: Asia/Seoul", with: "zone: Asia/Soul")),
            ("list.yaml", "- a\n"), ("key.yaml", example + "\nsesons: []\n"),
            ("capacity.yaml", example.replacing("capacity: 12", with: "capacity: 0")),
        ] {
            let file = try meridian.write(text, as: name)
            let outcome = try await meridian.run("program", "apply", file, extra: nowhere)
            #expect(outcome.status == 65, "\(name) \(outcome)")
            #expect(!FileManager.default.fileExists(atPath: folder), "\(name)")
        }
        #expect(try await meridian.run("program", "apply", "missing.yaml", extra: nowhere).status == 65)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("applying a program makes one, serving does, and restoring a backup")
    func made() async throws {
        let example = try meridian.write(try await meridian.run("program", "example").output, as: "nova.yaml")
        #expect(try await meridian.run("program", "apply", example, extra: nowhere).status == 0)
        #expect(try await meridian.run("program", "list", extra: nowhere).lines.count > 1)
        #expect(try await meridian.run("backup", "backup.tar", extra: nowhere).status == 0)
        let restored = ["MERIDIAN_DB": folder + "/restored/meridian.db"]
        #expect(try await meridian.run("restore", "backup.tar", extra: restored).status == 0)
        #expect(try await meridian.run("doctor", extra: restored).status == 0)
        let served = meridian.environment.merging(["MERIDIAN_DB": folder + "/served/meridian.db"]) { $1 }
        let server = try await meridian.serve(served)
        #expect(
            try await meridian.run("doctor", extra: ["MERIDIAN_DB": folder + "/served/meridian.db"]).status == 0)
        await server.stop()
    }
}
