import CivilTime
import Crypto
import Foundation
import Mentoring

/// A backup as a file: a tar archive that any tar can open, of a manifest, the database, its key
/// and their sums.
enum BackupArchive {
    private static let piece = 1 << 20
    /// Tar ends with two blocks of zeros.
    private static let end = [UInt8](repeating: 0, count: 2 * TarHeader.block)

    /// The SHA-256 of a file and how long it is.
    static func member(_ name: String, from path: String) throws -> BackupManifest.Member {
        let file = try RawFile(reading: path)
        var (hash, size) = (SHA256(), 0)
        while case let bytes = try file.read(piece), !bytes.isEmpty {
            hash.update(data: bytes)
            size += bytes.count
        }
        return .init(name: name, bytes: size, sha256: hash.finalize().hexadecimal)
    }

    static func member(_ name: String, bytes: [UInt8]) -> BackupManifest.Member {
        .init(name: name, bytes: bytes.count, sha256: SHA256.hash(data: bytes).hexadecimal)
    }

    /// Writes a new file with mode 0600 and has it brought to the disk.
    static func write(_ manifest: BackupManifest, database: String, key: [UInt8]?, to path: String) throws {
        let file = try RawFile(creating: path)
        let time = Int(clamping: manifest.made.secondsSinceEpoch)
        func header(_ name: String, _ size: Int) throws -> [UInt8] {
            guard size <= TarHeader.greatestSize else {
                throw StorageFailure(
                    "\(name) has \(size) bytes, and a backup can hold 8 GiB; copy it with SQLite's tools")
            }
            return TarHeader(name: name, size: size, modified: max(0, min(time, TarHeader.greatestSize))).bytes
        }
        func add(_ name: String, _ bytes: [UInt8]) throws {
            try file.write(
                header(name, bytes.count) + bytes
                    + [UInt8](repeating: 0, count: TarHeader.padding(after: bytes.count)))
        }
        let first = try manifest.encoded()
        try add(BackupManifest.file, first)
        let source = try RawFile(reading: database)
        let size = try source.size()
        try file.write(header(BackupManifest.database, size))
        while case let bytes = try source.read(piece), !bytes.isEmpty { try file.write(bytes) }
        try file.write([UInt8](repeating: 0, count: TarHeader.padding(after: size)))
        if let key { try add(BackupManifest.key, key) }
        try add(BackupManifest.sums, manifest.sums(manifest: first))
        try file.write(end)
        try file.sync()
    }

    /// Reads an archive, putting the database into a new file; nothing of it is believed before its sum is right.
    /// - Throws: `BadInput` when it is no backup, or was damaged.
    static func read(_ path: String, database: String) throws -> (manifest: BackupManifest, key: [UInt8]?) {
        let file = try RawFile(reading: path)
        let bytes = try member(BackupManifest.file, of: file, atMost: BackupManifest.limit)
        guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: Data(bytes)),
            manifest.format == BackupManifest.format
        else { throw damaged(path, "its manifest cannot be read") }
        guard manifest.version == BackupManifest.version else {
            throw BadInput(
                "is a backup of version \(manifest.version); install the release of Meridian that made it", file: path)
        }
        guard
            manifest.members.map(\.name) == [BackupManifest.database]
                || manifest.members.map(\.name) == [BackupManifest.database, BackupManifest.key]
        else { throw damaged(path, "it should hold a database and perhaps a key, and nothing else") }
        try extract(manifest.members[0], of: file, to: database)
        var key: [UInt8]?
        if manifest.holdsKey {
            let bytes = try member(BackupManifest.key, of: file, atMost: 32)
            guard member(BackupManifest.key, bytes: bytes) == manifest.members[1], manifest.fits(bytes) else {
                throw damaged(path, "its key is not the one that the database had")
            }
            key = bytes
        }
        guard try member(BackupManifest.sums, of: file, atMost: 1024) == manifest.sums(manifest: bytes) else {
            throw damaged(path, "the sums at its end are not those of what it holds")
        }
        // Whole records of 20 blocks, as tar programs write them, are as good.
        let rest = try file.read(20 * TarHeader.block + 1)
        guard rest.count >= end.count, rest.count <= 20 * TarHeader.block, rest.allSatisfy({ $0 == 0 }) else {
            throw damaged(path, "it does not end where it should")
        }
        return (manifest, key)
    }

    private static func member(_ name: String, of file: RawFile, atMost limit: Int) throws -> [UInt8] {
        let size = try header(name, of: file)
        guard size <= limit else { throw damaged(file.path, "\(name) is too long") }
        let bytes = try file.read(size + TarHeader.padding(after: size))
        guard bytes.count == size + TarHeader.padding(after: size), bytes[size...].allSatisfy({ $0 == 0 }) else {
            throw damaged(file.path, "it ends within \(name)")
        }
        return Array(bytes[..<size])
    }

    private static func extract(_ expected: BackupManifest.Member, of file: RawFile, to path: String) throws {
        guard try header(expected.name, of: file) == expected.bytes, expected.bytes <= (try file.size()) else {
            throw damaged(file.path, "\(expected.name) is not as long as its manifest says")
        }
        let output = try RawFile(creating: path)
        var (hash, left) = (SHA256(), expected.bytes)
        while left > 0 {
            let bytes = try file.read(min(left, piece))
            guard !bytes.isEmpty else { throw damaged(file.path, "it ends within \(expected.name)") }
            hash.update(data: bytes)
            try output.write(bytes)
            left -= bytes.count
        }
        guard hash.finalize().hexadecimal == expected.sha256 else {
            throw damaged(file.path, "the sum of \(expected.name) is not that of its manifest")
        }
        let padding = TarHeader.padding(after: expected.bytes)
        guard try file.read(padding) == [UInt8](repeating: 0, count: padding) else {
            throw damaged(file.path, "there is something after \(expected.name)")
        }
    }

    private static func header(_ name: String, of file: RawFile) throws -> Int {
        guard let header = TarHeader(try file.read(TarHeader.block)), header.name == name else {
            throw damaged(file.path, "\(name) should come, as meridian backup writes it")
        }
        return header.size
    }

    private static func damaged(_ path: String, _ reason: String) -> BadInput {
        BadInput("is no backup of Meridian's, or is damaged: \(reason). Take another", file: path)
    }
}
