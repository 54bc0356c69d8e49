import Foundation
import Mentoring
import Synchronization

extension SQLiteStore {
    // What keeps others off is a lock on the file `DATABASE.TASK.lock`, which the kernel gives up when the process ends,
    // however it ends. So a task's name must be one that can be part of a file's.
    public func alone<T: Sendable>(_ task: String, _ body: @Sendable () async throws -> T) async throws -> T? {
        guard try tasks.begin(task) else { return nil }
        defer { tasks.end(task) }
        return try await body()
    }
}

/// The tasks that a store is in, each with the descriptor of its lock.
final class TaskLocks: Sendable {
    /// The database's one name; nil when it is in memory, where no other process can be in a task.
    private let database: String?
    private let locks = Mutex<[String: Int32?]>([:])

    init(database: String?) { self.database = database }

    /// Takes the task's lock; false when somebody holds it.
    /// - Throws: `StorageFailure` when there can be no such lock.
    func begin(_ task: String) throws -> Bool {
        try locks.withLock { locks in
            guard locks[task] == nil else { return false }
            guard let database else {
                locks.updateValue(nil, forKey: task)
                return true
            }
            guard let descriptor = try Self.lock("\(database).\(task).lock") else { return false }
            locks[task] = descriptor
            return true
        }
    }

    /// Gives it back.
    ///
    /// The file stays: whoever removed it could remove one that somebody else has just locked.
    func end(_ task: String) {
        guard case let descriptor?? = locks.withLock({ $0.removeValue(forKey: task) }) else { return }
        // Closing alone would leave it to a child that is just being started, until it becomes another program.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// The descriptor of the locked file, which only its owner may open; nil when it is locked elsewhere.
    private static func lock(_ file: String) throws -> Int32? {
        // Not handed down to children, who would keep the lock when this process is gone.
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure(of: file) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
        defer { close(descriptor) }
        guard errno == EWOULDBLOCK else { throw failure(of: file) }
        return nil
    }

    private static func failure(of file: String) -> StorageFailure {
        StorageFailure(
            "\(file) cannot be locked: \(String(cString: strerror(errno))). Check the folder and its permissions")
    }
}
