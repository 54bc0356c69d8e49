import CivilTime
import Foundation

/// The first member of a backup: what is in it, and what each member must be to the byte.
struct BackupManifest: Codable, Equatable {
    /// A file of the archive.
    struct Member: Codable, Equatable {
        let name: String
        let bytes: Int
        /// In hexadecimal digits.
        let sha256: String
    }

    static let file = "manifest.json"
    static let database = "meridian.db"
    static let key = "meridian.db.key"
    /// The last member, as `sha256sum --check` reads it: the sums of all the others.
    static let sums = "SHA256SUMS"
    static let format = "meridian-backup"
    static let version = 1
    /// What is sealed with the key, to tell it from others.
    static let probe = Array("meridian".utf8)
    /// The most bytes that one may have.
    static let limit = 1 << 20

    var format = Self.format
    var version = Self.version
    /// The release of Meridian that made it.
    var release: String
    var made: Instant
    /// The schema's, in order.
    var migrations: [String]
    /// How many rows each table has.
    var rows: [String: Int]
    var members: [Member]
    /// In Base64, `probe` sealed with the database's key; nil when it had none.
    var keyProbe: String?

    /// What the last member is, given the bytes of the first.
    func sums(manifest: [UInt8]) -> [UInt8] {
        let all = [BackupArchive.member(Self.file, bytes: manifest)] + members
        return Array(all.map { "\($0.sha256)  \($0.name)\n" }.joined().utf8)
    }

    var holdsKey: Bool { members.contains { $0.name == Self.key } }

    /// Whether a key is the one that the database had.
    func fits(_ key: [UInt8]) -> Bool {
        guard let keyProbe, let sealed = Data(base64Encoded: keyProbe) else { return false }
        return (try? KeyFile(bytes: key).opened(Array(sealed))) == Self.probe
    }

    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0A]
    }
}
