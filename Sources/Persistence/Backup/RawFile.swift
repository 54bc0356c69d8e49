import Foundation
import Mentoring

/// A file that is read or written from its beginning to its end.
final class RawFile {
    let path: String
    private let descriptor: Int32

    /// Opens a regular file to read it.
    /// - Throws: `StorageFailure` when that is not possible.
    init(reading path: String) throws {
        self.path = path
        // A FIFO must not hold us up.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw Self.failure(path, "cannot be opened") }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw StorageFailure("\(path) is no regular file")
        }
    }

    /// Makes a file that only its owner may read.
    /// - Throws: `StorageFailure` when that is not possible, or there is one.
    init(creating path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path, "cannot be made") }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// How many bytes it has.
    func size() throws -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure(path, "cannot be read") }
        return Int(status.st_size)
    }

    /// The next bytes, so many unless it ends before.
    func read(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress?.advanced(by: done), count - done)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw Self.failure(path, "cannot be read") }
            if got == 0 { break }
            done += got
        }
        return done == count ? bytes : Array(bytes[..<done])
    }

    func write(_ bytes: [UInt8]) throws {
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw Self.failure(path, "cannot be written") }
            done += put
        }
    }

    /// Waits until its bytes are on the disk.
    func sync() throws {
        guard fsync(descriptor) == 0 else { throw Self.failure(path, "cannot be brought to the disk") }
    }

    static func failure(_ path: String, _ what: String) -> StorageFailure {
        StorageFailure("\(path) \(what): \(DatabaseFile.reason)")
    }
}
