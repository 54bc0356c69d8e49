import Foundation
import Mentoring

/// Tries whether a database's folder can be written to, without touching the database: each commit would make every cached
/// feed stale.
actor WriteProbe {
    private let database: String
    private let pause: Duration
    private var last: (at: ContinuousClock.Instant, failure: StorageFailure?)?
    private var trying: Task<StorageFailure?, Never>?

    /// One that tries at most once in a while, and else repeats what it found.
    /// - Parameters:
    ///   - database: its one name.
    ///   - pause: the while.
    init(beside database: String, atMostEvery pause: Duration = .seconds(5)) {
        (self.database, self.pause) = (database, pause)
    }

    /// - Throws: `StorageFailure` when nothing can be written now.
    func check() async throws {
        if let last, last.at.duration(to: .now) < pause {
            if let failure = last.failure { throw failure }
            return
        }
        // Whoever asks meanwhile waits for the same try; a disk that hangs holds one thread, and none of the many.
        let trying = trying ?? Task { [database] in await Self.result(beside: database) }
        self.trying = trying
        let failure = await trying.value
        if self.trying == trying { (self.trying, last) = (nil, (.now, failure)) }
        if let failure { throw failure }
    }

    private static func result(beside database: String) async -> StorageFailure? {
        await withCheckedContinuation { (continuation: CheckedContinuation<StorageFailure?, Never>) in
            DispatchQueue.global().async {
                do throws(StorageFailure) {
                    try attempt(beside: database)
                    continuation.resume(returning: nil)
                } catch {
                    continuation.resume(returning: error)
                }
            }
        }
    }

    /// Writes a block to a file of its own, has it brought to the disk, and removes it.
    static func attempt(beside database: String) throws(StorageFailure) {
        let path = database + ".probe"
        func failure() -> StorageFailure {
            StorageFailure(
                "the database \(database) cannot be written (\(path): \(DatabaseFile.reason)). Check whether its disk is full "
                    + "or mounted read-only, and the permissions of its folder")
        }
        guard access(database, W_OK) == 0 else {
            throw StorageFailure(
                "the database \(database) cannot be written: \(DatabaseFile.reason). Check its permissions, and whether its "
                    + "disk is mounted read-only")
        }
        // One that a killed process left, or that another is just trying with, who minds as little.
        guard unlink(path) == 0 || errno == ENOENT else { throw failure() }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { return }
            throw failure()
        }
        defer {
            close(file)
            unlink(path)
        }
        // As much as one page of the database: what is smaller may find room in a full file system.
        let page = [UInt8](repeating: 0x4D, count: 4096)
        guard write(file, page, page.count) == page.count, fsync(file) == 0 else { throw failure() }
    }
}

extension SQLiteStore {
    public func checkWriting() async throws { try await writeProbe?.check() }
}
