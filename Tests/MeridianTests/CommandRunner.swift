import Foundation
import Testing

/// Where a command's request is asked.
enum BackEnd: CaseIterable { case database, server }

/// Runs the built program in a folder of its own, with a database of its own and a clock that stands still.
///
/// It waits for the program, so its suites are on the main actor: on a small machine the threads that all other tests
/// share are two, and with both of them waiting here, whatever has a deadline would miss it.
final class CommandRunner {
    struct Outcome: Equatable {
        let status: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }

    let folder: URL
    private let backEnd: BackEnd
    let environment: [String: String]
    private var server: RunningServer?
    private var serverClock: String?
    /// Whose tokens there are, for a server.
    private var tokens: [String: String] = [:]

    /// Who acts over a server where a command says nobody, since somebody has to.
    private static let organizer = "olivia@example.org"

    init(_ backEnd: BackEnd = .database) throws {
        self.backEnd = backEnd
        folder = FileManager.default.temporaryDirectory.appending(path: "meridian-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        environment = [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "MERIDIAN_DB": folder.appending(path: "meridian.db").path,
            "MERIDIAN_NOW": "2026-12-14T09:00:00Z", "TZ": "Etc/UTC",
        ]
    }

    deinit {
        server?.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs `meridian` with the arguments; `extra` is added to the environment.
    func run(_ arguments: String..., extra: [String: String] = [:]) throws -> Outcome {
        try run(arguments: arguments, extra: extra)
    }

    /// The same with a list of arguments, at the runner's back end unless another is named.
    func run(
        arguments: [String], extra: [String: String] = [:], input: String = "", at place: BackEnd? = nil
    ) throws -> Outcome {
        switch place ?? backEnd {
        case .database: try start(arguments, environment.merging(extra) { $1 }, input)
        case .server: try runOverServer(arguments, extra, input)
        }
    }

    /// Asks a server that is started for it on the same database, with a token of whoever `--as` names.
    private func runOverServer(_ arguments: [String], _ extra: [String: String], _ input: String) throws -> Outcome {
        var (arguments, environment) = (arguments, environment.merging(extra) { $1 })
        var actor = environment.removeValue(forKey: "MERIDIAN_AS") ?? Self.organizer
        if let index = arguments.firstIndex(of: "--as"), index + 1 < arguments.count {
            actor = arguments[index + 1]
            arguments.removeSubrange(index...index + 1)
        }
        let server = try server(at: environment["MERIDIAN_NOW"])
        environment["MERIDIAN_DB"] = nil
        environment["MERIDIAN_SERVER"] = server.address
        environment["MERIDIAN_TOKEN"] = try token(of: actor)
        return try start(arguments, environment, input)
    }

    /// The server that reads this clock; another is stopped for it.
    private func server(at now: String?) throws -> RunningServer {
        if let server, now == serverClock { return server }
        server?.stop()
        let started = try RunningServer(
            Self.executable, in: folder, environment: environment.merging(["MERIDIAN_NOW": now ?? ""]) { $1 })
        (server, serverClock) = (started, now)
        return started
    }

    /// On the database one may do everything, and so one may with this token; nobody has one whom the database does not know.
    private func token(of person: String) throws -> String? {
        if let known = tokens[person] { return known }
        if try start(["token", "create", person], environment, "").errors.contains("nobody here has") { return nil }
        _ = try start(["organizer", "add", person, "--everywhere"], environment, "")
        let made = try start(["token", "create", person], environment, "")
        guard made.status == 0 else { return nil }
        tokens[person] = made.lines[0]
        return made.lines[0]
    }

    private func start(_ arguments: [String], _ environment: [String: String], _ input: String) throws -> Outcome {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        let streams = ["stdin", "stdout", "stderr"].map { folder.appending(path: $0 + "-\(UUID().uuidString)") }
        try Data(input.utf8).write(to: streams[0])
        for stream in streams[1...] { try Data().write(to: stream) }
        process.standardInput = try FileHandle(forReadingFrom: streams[0])
        process.standardOutput = try FileHandle(forWritingTo: streams[1])
        process.standardError = try FileHandle(forWritingTo: streams[2])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
    }

    /// Writes a file into the folder and returns its name.
    func write(_ text: String, as name: String) throws -> String {
        try Data(text.utf8).write(to: folder.appending(path: name))
        return name
    }

    /// Applies the example program and publishes its season.
    func planExample() throws {
        let example = try write(try run("program", "example").output, as: "nova.yaml")
        // On the database: before there is anybody, nobody has a token.
        try #require(try run(arguments: ["program", "apply", example], at: .database).status == 0)
        try #require(try run(arguments: ["plan", "nova", "--publish"], at: .database).status == 0)
    }

    /// The program beside the tests.
    static let executable: URL = {
        var folder = Bundle.main.executableURL?.deletingLastPathComponent() ?? URL(filePath: "/")
        while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appending(path: "meridian").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "meridian")
    }()
}
