import Foundation
import Subprocess
import SystemPackage
import Testing

/// Where a command's request is asked.
enum BackEnd: CaseIterable { case database, server }

/// Runs the built program in a folder of its own, with a database of its own and a clock that stands still.
///
/// As many commands run, and servers start, at a time as there are processors, whatever the number of tests: what has a deadline
/// beside them keeps it.
final class CommandRunner {
    struct Outcome: Equatable {
        let status: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }

    let workingFolder: WorkingFolder
    var folder: URL { workingFolder.url }
    private let backEnd: BackEnd
    let environment: [String: String]
    private var server: RunningServer?
    private var serverClock: String?
    /// Whose tokens there are, for a server.
    private var tokens: [String: String] = [:]

    /// Who acts over a server where a command says nobody, since somebody has to.
    private static let organizer = "olivia@example.org"

    static let places = Places(ProcessInfo.processInfo.activeProcessorCount)

    init(_ backEnd: BackEnd = .database) throws {
        self.backEnd = backEnd
        workingFolder = try WorkingFolder()
        let folder = workingFolder.url
        environment = [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "MERIDIAN_DB": folder.appending(path: "meridian.db").path,
            "MERIDIAN_NOW": "2026-12-14T09:00:00Z", "TZ": "Etc/UTC",
        ]
    }

    /// Runs `meridian` with the arguments; `extra` is added to the environment.
    func run(_ arguments: String..., extra: [String: String] = [:]) async throws -> Outcome {
        try await run(arguments: arguments, extra: extra)
    }

    /// The same with a list of arguments, at the runner's back end unless another is named.
    func run(
        arguments: [String], extra: [String: String] = [:], input: String = "", at place: BackEnd? = nil
    ) async throws -> Outcome {
        switch place ?? backEnd {
        case .database: try await start(arguments, environment.merging(extra) { $1 }, input)
        case .server: try await runOverServer(arguments, extra, input)
        }
    }

    /// Asks a server that is started for it on the same database, with a token of whoever `--as` names.
    private func runOverServer(_ arguments: [String], _ extra: [String: String], _ input: String) async throws
        -> Outcome
    {
        var (arguments, environment) = (arguments, environment.merging(extra) { $1 })
        var actor = environment.removeValue(forKey: "MERIDIAN_AS") ?? Self.organizer
        if let index = arguments.firstIndex(of: "--as"), index + 1 < arguments.count {
            actor = arguments[index + 1]
            arguments.removeSubrange(index...index + 1)
        }
        let server = try await server(at: environment["MERIDIAN_NOW"])
        environment["MERIDIAN_DB"] = nil
        environment["MERIDIAN_SERVER"] = server.address
        environment["MERIDIAN_TOKEN"] = try await token(of: actor)
        return try await start(arguments, environment, input)
    }

    /// The server that reads this clock; another is stopped for it.
    private func server(at now: String?) async throws -> RunningServer {
        if let server, now == serverClock { return server }
        await server?.stop()
        let started = try await serve(environment.merging(["MERIDIAN_NOW": now ?? ""]) { $1 })
        (server, serverClock) = (started, now)
        return started
    }

    /// Starts a server on the database.
    func serve(_ environment: [String: String], _ options: String...) async throws -> RunningServer {
        let (serving, folder) = (configuration(["serve"] + RunningServer.options + options, environment), workingFolder)
        return try await Self.places.hold { try await RunningServer(serving, in: folder) }
    }

    /// On the database one may do everything, and so one may with this token; nobody has one whom the database does not know.
    private func token(of person: String) async throws -> String? {
        if let known = tokens[person] { return known }
        if try await start(["token", "create", person], environment, "").errors.contains("nobody here has") {
            return nil
        }
        _ = try await start(["organizer", "add", person, "--everywhere"], environment, "")
        let made = try await start(["token", "create", person], environment, "")
        guard made.status == 0 else { return nil }
        tokens[person] = made.lines[0]
        return made.lines[0]
    }

    private func start(
        _ arguments: [String], _ environment: [String: String], _ input: String
    ) async throws -> Outcome {
        // From a file: a command that ends without reading a pipe would end this process, too (SIGPIPE).
        let stdin = folder.appending(path: "stdin-\(UUID().uuidString)")
        try Data(input.utf8).write(to: stdin)
        let result = try await Self.places.hold {
            try await Subprocess.run(
                configuration(arguments, environment),
                input: .fileDescriptor(
                    try FileDescriptor.open(FilePath(stdin.path), .readOnly), closeAfterSpawningProcess: true),
                output: .string(limit: 16 << 20), error: .string(limit: 16 << 20))
        }
        guard case .exited(let status) = result.terminationStatus else {
            throw Killed(arguments: arguments, status: result.terminationStatus)
        }
        return Outcome(status: status, output: result.standardOutput, errors: result.standardError)
    }

    /// It did not end by itself.
    struct Killed: Error {
        let arguments: [String]
        let status: TerminationStatus
    }

    /// How the program is started in this folder.
    func configuration(_ arguments: [String], _ environment: [String: String]) -> Subprocess.Configuration {
        Configuration(
            executable: .path(FilePath(Self.executable.path)), arguments: Arguments(arguments),
            environment: .custom(
                Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })),
            workingDirectory: FilePath(folder.path))
    }

    /// Writes a file into the folder and returns its name.
    func write(_ text: String, as name: String) throws -> String {
        try Data(text.utf8).write(to: folder.appending(path: name))
        return name
    }

    /// Applies the example program and publishes its season.
    func planExample() async throws {
        let example = try write(try await run("program", "example").output, as: "nova.yaml")
        // On the database: before there is anybody, nobody has a token.
        for arguments in [["program", "apply", example], ["plan", "nova", "--publish"]] {
            let outcome = try await run(arguments: arguments, at: .database)
            try #require(outcome.status == 0, "\(outcome)")
        }
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
