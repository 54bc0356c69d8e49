import Foundation
import Synchronization

/// A database file that this process keeps open beside SQLite, for good: closing any descriptor of a file drops the locks
/// that SQLite holds on it in this process.
struct KeptFile: Hashable {
    let descriptor: Int32
    private let device: UInt64
    private let number: UInt64

    private static let known = Mutex<[Identity: KeptFile]>([:])
    private struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
        init(_ status: stat) { (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino)) }
    }

    /// The file of that name; nil when it cannot be read.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let kept = Self.known.withLock { known -> KeptFile? in
            if let kept = known[Identity(status)] { return kept }
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            // Its name may have gone to another file in between.
            guard descriptor >= 0, fstat(descriptor, &status) == 0 else { return nil }
            let identity = Identity(status)
            if let kept = known[identity] { return kept }
            let kept = KeptFile(descriptor: descriptor, device: identity.device, number: identity.number)
            known[identity] = kept
            return kept
        }
        guard let kept else { return nil }
        self = kept
    }

    private init(descriptor: Int32, device: UInt64, number: UInt64) {
        (self.descriptor, self.device, self.number) = (descriptor, device, number)
    }

    /// Whether this is still the file of that name.
    func isNamed(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && UInt64(status.st_dev) == device && UInt64(status.st_ino) == number
    }
}
