import Foundation
import Testing

/// A program of the C library that tests need.
enum Tool: String {
    case zic, zdump

    /// Runs the program and returns what it writes.
    func run(_ arguments: [String]) throws -> [UInt8] {
        let directories = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"]
        let path = directories.map { "\($0)/\(rawValue)" }.first(where: FileManager.default.isExecutableFile)
        let program = try #require(path, "\(rawValue) is missing: install the package libc-bin")
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(rawValue) failed")
        return Array(bytes)
    }
}
