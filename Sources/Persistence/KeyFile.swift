import Crypto
import Foundation
import Mentoring
public import MentoringService
import Synchronization

/// Secrets made from a key of 256 random bits in a file beside the database, which a copy of the database does not hold.
///
/// The file, `DATABASE.key`, is made when the first secret is asked for, and only its owner may read it. When it is lost,
/// secrets that were given out stay good, and others are made from then on.
public final class KeyFile: Secrets {
    /// Where the key is to be; nil for one that goes with the process.
    private let path: String?
    /// Where an earlier release had it when the database was named by a symbolic link.
    private let formerly: String?
    private let key: Mutex<SymmetricKey?>

    /// The key beside a database.
    /// - Parameter database: the database's path; nil for a key that goes with the process.
    public init(beside database: String?) {
        path = database.map { Self.path(of: (try? DatabasePath.resolved($0)) ?? $0) }
        formerly = database.map { Self.path(of: URL(fileURLWithPath: $0).path) }
        key = Mutex(nil)
    }

    /// A key whose bytes are at hand, in no file.
    init(bytes: [UInt8]) {
        (path, formerly) = (nil, nil)
        key = Mutex(SymmetricKey(data: bytes))
    }

    /// Where the key of a database, given its one name, is.
    static func path(of database: String) -> String { database + ".key" }

    /// The key of a database, given its one name; nil when there is none.
    /// - Throws: `StorageFailure` when it cannot be read, or is none.
    static func bytes(beside database: String) throws -> [UInt8]? {
        try read(path(of: database))?.withUnsafeBytes(Array.init)
    }

    /// HMAC-SHA256 of the purpose under the key, in base32 (RFC 4648 §6, lower case).
    /// - Throws: `StorageFailure` when the key can be neither read nor made.
    public func secret(for purpose: String) throws -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(purpose.utf8), using: try loadedKey())
        return Base32.text(of: code)
    }

    public func digest(of text: String) -> [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

    /// AES-256-GCM (RFC 5116) under a key of its own that is derived from the file's.
    /// - Throws: `StorageFailure` when the key can be neither read nor made.
    public func sealed(_ bytes: [UInt8]) throws -> [UInt8] {
        guard let sealed = try? AES.GCM.seal(bytes, using: sealingKey()).combined else {
            throw StorageFailure("the answer cannot be sealed")
        }
        return Array(sealed)
    }

    public func opened(_ bytes: [UInt8]) throws -> [UInt8]? {
        let key = try sealingKey()
        guard let box = try? AES.GCM.SealedBox(combined: bytes) else { return nil }
        return (try? AES.GCM.open(box, using: key)).map(Array.init)
    }

    private func sealingKey() throws -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: try loadedKey(), info: Data("sealing".utf8), outputByteCount: 32)
    }

    private func loadedKey() throws -> SymmetricKey {
        try key.withLock { known in
            if let known { return known }
            let loaded = try path.map { try Self.read($0) ?? made($0) } ?? SymmetricKey(size: .bits256)
            known = loaded
            return loaded
        }
    }

    /// Makes a key, unless there is one under a name that nobody else would find.
    private func made(_ path: String) throws -> SymmetricKey {
        if let formerly, formerly != path, FileManager.default.fileExists(atPath: formerly) {
            throw StorageFailure(
                "the key of the database is \(formerly), beside a link to it; move it to \(path), where all look for it"
            )
        }
        return try Self.make(path)
    }

    private static func read(_ path: String) throws -> SymmetricKey? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path), data.count == 32 else {
            throw StorageFailure(
                "\(path) holds no key of 32 bytes that can be read; restore it, or remove it and a new one is made")
        }
        return SymmetricKey(data: data)
    }

    /// Makes the file whole or not at all; when another process is quicker, the key is that one's.
    private static func make(_ path: String) throws -> SymmetricKey {
        let draft = "\(path).\(UUID().uuidString)"
        defer { unlink(draft) }
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else { throw failure(path) }
        do {
            try DatabaseFile.name(draft, as: path)
        } catch UnsuitableFile.exists {
            // Another process made it in the meantime.
        } catch {
            throw failure(path)
        }
        guard let made = try read(path) else { throw failure(path) }
        return made
    }

    private static func failure(_ path: String) -> StorageFailure {
        StorageFailure(
            "the key \(path) cannot be made: \(String(cString: strerror(errno))). Check the folder and its permissions")
    }
}
