import Foundation
import Testing

@Suite("meridian login")
struct LoginCommandTests {
    /// As on another machine than the database's.
    private static let elsewhere = ["MERIDIAN_DB": ""]

    private let meridian: CommandRunner
    private var file: URL { meridian.folder.appending(path: ".config/meridian/login.json") }

    init() async throws {
        meridian = try CommandRunner()
        try await meridian.planExample()
        let ada = ["--name", "Ada Okafor", "--email", "ada@example.org", "--zone", "Africa/Lagos"]
        try #require(try await meridian.run(arguments: ["trainee", "join", "nova"] + ada).status == 0)
    }

    /// The code that was mailed last.
    private func mailedCode() async throws -> String {
        try #require(try await meridian.run("outbox", "send", "--to-dir", "mail").status == 0)
        let folder = meridian.folder.appending(path: "mail")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let mails = try files.map { try SentMail(String(contentsOf: $0, encoding: .utf8)) }
        let mail = try #require(mails.first { $0.subject.hasPrefix("Sign in") })
        try FileManager.default.removeItem(at: folder)
        return String(try #require(mail.everything.firstMatch(of: /\s([0-9]{6})\s/)).output.1)
    }

    private func run(_ arguments: String..., extra: [String: String] = [:]) async throws -> CommandRunner.Outcome {
        try await meridian.run(arguments: arguments, extra: Self.elsewhere.merging(extra) { $1 })
    }

    /// Signs Ada in.
    private func login(at server: RunningServer) async throws {
        let asked = try await run("login", server.address, "--as", "ada@example.org")
        try #require(asked.status == 0, "\(asked)")
        let attempt = try #require(asked.output.firstMatch(of: /--attempt ([a-z2-7]{52})/)).output.1
        let code = try await mailedCode()
        let done = try await run("login", server.address, "--attempt", String(attempt), "--code", code)
        #expect(done.status == 0, "\(done)")
        #expect(done.output.hasPrefix("signed in at \(server.address) as Ada Okafor; commands ask it from now on\n"))
    }

    @Test("keeps server and token for its owner alone, and commands ask there, until meridian logout")
    func story() async throws {
        let server = try await meridian.serve(meridian.environment)
        try await login(at: server)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let me = try await run("whoami")
        #expect(me.output == "Ada Okafor <ada@example.org>, Africa/Lagos, at \(server.address)\n  nova: trainee\n")
        #expect(try await run("enroll", "nova-2027a-w01-europe").status == 0)
        let out = try await run("logout")
        #expect(out.status == 0 && out.output.hasPrefix("signed out at \(server.address)"))
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(try await meridian.run("token", "list").output == "nobody can act over the network\n")
        // That machine has no database.
        #expect(try await run("program", "list").status == 74)
        #expect(try await run("logout").status == 1)
    }

    @Test("changes nothing for commands that name a database or a server, and for those that need a database")
    func others() async throws {
        let server = try await meridian.serve(meridian.environment)
        try await login(at: server)
        await server.stop()
        #expect(try await run("program", "list").status == 69)
        let database = meridian.environment["MERIDIAN_DB"] ?? ""
        #expect(try await run("program", "list", "--db", database).status == 0)
        #expect(try await meridian.run("program", "list").status == 0)
        #expect(try await run("program", "list", "--server", "http://127.0.0.1:9").status == 69)
        let named = try await run("program", "list", extra: ["MERIDIAN_SERVER": "http://127.0.0.1:9"])
        #expect(named.status == 69 && named.errors.contains("127.0.0.1:9"))
        #expect(try await run("doctor").status == 74)
        // Forgotten here in any case.
        let out = try await run("logout")
        #expect(out.status == 69 && out.errors.contains("still good there"))
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test("is not believed when others can read it, or when it is none")
    func damaged() async throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        for (text, mode) in [(#"{"server": "http://127.0.0.1:9", "token": "a"}"#, 0o644), ("{", 0o600)] {
            try Data(text.utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
            let outcome = try await run("program", "list")
            #expect(outcome.status == 65 && outcome.errors.contains("login.json"))
        }
    }

    @Test("a wrong code keeps nothing; without a terminal nothing is asked")
    func wrong() async throws {
        let server = try await meridian.serve(meridian.environment)
        let outcome = try await run("login", server.address, "--attempt", "a", "--code", "123456")
        #expect(outcome.status == 1 && outcome.errors.contains("not good any more"))
        #expect(try await run("login", server.address).status == 64)
        #expect(try await run("login", server.address, "--attempt", "a").status == 64)
        #expect(try await run("login", "nonsense", "--as", "ada@example.org").status == 65)
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }
}
