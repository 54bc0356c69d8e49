import Foundation
import Testing

/// Runs the built program in a folder of its own, with a database of its own and a clock that stands still.
struct CommandRunner: ~Copyable {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }

    let folder: URL
    private let environment: [String: String]

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "meridian-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        environment = [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "MERIDIAN_DB": folder.appending(path: "meridian.db").path,
            "MERIDIAN_NOW": "2026-12-14T09:00:00Z", "TZ": "Etc/UTC",
        ]
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs `meridian` with the arguments; `extra` is added to the environment.
    func run(_ arguments: String..., extra: [String: String] = [:]) throws -> Outcome {
        try run(arguments: arguments, extra: extra)
    }

    /// The same with a list of arguments.
    func run(arguments: [String], extra: [String: String] = [:], input: String = "") throws -> Outcome {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment.merging(extra) { $1 }
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
        try #require(try run("program", "apply", example).status == 0)
        try #require(try run("plan", "nova", "--publish").status == 0)
    }

    /// The program beside the tests.
    private static let executable: URL = {
        var folder = Bundle.main.executableURL?.deletingLastPathComponent() ?? URL(filePath: "/")
        while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appending(path: "meridian").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "meridian")
    }()
}
