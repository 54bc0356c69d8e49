import Foundation
import Synchronization

/// How often the database has changed: a look of a microsecond past SQLite, which waits for nobody.
///
/// With a rollback journal every transaction raises the count in the file's header before it commits, so that whoever sees
/// an old count has missed nothing that was acknowledged. One that is killed while it commits is taken back with its count.
/// - Source: SQLite's “Database File Format”, section 1.3.7.
final class Changes: Sendable {
    /// Nil for a database in memory, which only this process changes.
    private let path: String?
    private let own = Atomic(0)
    private let file = Mutex<KeptFile?>(nil)

    private static let place: off_t = 24

    init(of path: String?) { self.path = path }

    /// Counts a change by this process, once it is made.
    func noteOwn() { own.add(1, ordering: .sequentiallyConsistent) }

    /// The count, for a file modulo 2³²; nil when it cannot be read.
    var count: Int? {
        guard let path else { return own.load(ordering: .sequentiallyConsistent) }
        let descriptor = file.withLock { file in
            file = file ?? KeptFile(path)
            return file?.descriptor
        }
        guard let descriptor else { return nil }
        var bigEndian: UInt32 = 0
        guard pread(descriptor, &bigEndian, MemoryLayout<UInt32>.size, Self.place) == MemoryLayout<UInt32>.size else {
            return nil
        }
        return Int(UInt32(bigEndian: bigEndian))
    }
}
