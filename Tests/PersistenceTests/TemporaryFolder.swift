import Foundation
import Testing

/// A folder of a test's own, removed with everything in it when the test ends.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "meridian-persistence-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in it.
    func file(_ name: String) -> String { path + "/" + name }

    /// Every file in it with its bytes and the moment of its last change.
    func contents() throws -> [String: FileState] {
        var contents: [String: FileState] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            var status = stat()
            try #require(stat(file(name), &status) == 0)
            contents[name] = FileState(
                bytes: FileManager.default.contents(atPath: file(name)), seconds: status.st_mtim.tv_sec,
                nanoseconds: status.st_mtim.tv_nsec)
        }
        return contents
    }

    struct FileState: Equatable {
        let bytes: Data?
        let seconds: Int
        let nanoseconds: Int
    }
}

/// The permission bits of a file.
func mode(of path: String) throws -> UInt32 {
    var status = stat()
    try #require(stat(path, &status) == 0)
    return status.st_mode & 0o777
}
