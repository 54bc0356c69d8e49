import Foundation
import Subprocess
import SystemPackage
import Testing

/// A program of the C library that tests need.
enum Tool: String {
    case zic, zdump

    /// Runs the program and returns what it writes.
    func run(_ arguments: [String]) async throws -> [UInt8] {
        let directories = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"]
        let path = directories.map { "\($0)/\(rawValue)" }.first(where: FileManager.default.isExecutableFile)
        let program = try #require(path, "\(rawValue) is missing: install the package libc-bin")
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), output: .bytes(limit: 64 << 20))
        try #require(result.terminationStatus.isSuccess, "\(rawValue) failed")
        return result.standardOutput
    }
}
