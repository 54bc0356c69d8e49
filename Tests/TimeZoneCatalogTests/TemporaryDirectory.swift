import CivilTime
import Foundation
import Testing

@testable import TimeZoneCatalog

/// A directory that goes away with its last owner.
final class TemporaryDirectory {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/meridian-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file, with the directories it needs.
    @discardableResult
    func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let file = "\(path)/\(name)"
        let parent = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: file))
        return file
    }

    /// Writes shipped zones as files, and the release where one is given.
    func writeZoneinfo(_ names: String..., release: String? = nil) throws {
        for name in names {
            try write(ShippedZones().tzif(of: #require(TimeZoneID(name))), to: name)
        }
        if let release {
            try write("# version \(release)\n".utf8, to: "tzdata.zi")
        }
    }
}
