import GRDB
import GRDBSQLite
import Synchronization

/// Lets the writes that arrive while a transaction is on its way to the disk share the next one, so that one wait for the
/// disk serves all of them.
///
/// They are run in the order of their arrival, each in a savepoint of its own: what one throws takes back its own changes
/// and no others. Nobody is answered, not even with an error of their own, before the commit is on disk, because what one
/// write saw may be what an earlier one of the same transaction did.
final class SharedCommit: Sendable {
    /// The most writes that share a commit; more wait for the next.
    static let limit = 256

    private let queue: DatabaseQueue
    private let state = Mutex(State())

    private struct State {
        /// In the order of their arrival.
        var waiting: [any PendingWrite] = []
        /// Whether somebody is on the way to the disk, and will see to those who wait.
        var isWriting = false
    }

    init(to queue: DatabaseQueue) { self.queue = queue }

    /// Runs `body`, and returns once its changes are on disk.
    ///
    /// A task that is cancelled before its turn changes nothing; one whose turn has come is finished.
    func write<T: Sendable>(_ body: @Sendable (Database) throws -> T) async throws -> T {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await withoutActuallyEscaping(body) { body in
                try await withCheckedThrowingContinuation { continuation in
                    enqueue(Write(body, cancellation, continuation))
                }
            }
        } onCancel: {
            cancellation.isRequested.store(true, ordering: .relaxed)
        }
    }

    private func enqueue(_ write: some PendingWrite) {
        let isAlone = state.withLock { state in
            state.waiting.append(write)
            defer { state.isWriting = true }
            return !state.isWriting
        }
        // Who finds nobody writing does it on their own thread: changing threads twice takes as long as much of the work.
        if isAlone { queue.writeWithoutTransaction(runBatch) }
    }

    /// Runs those who wait, and leaves to the queue's own thread whoever came in the meantime.
    private func runBatch(_ database: Database) {
        commit(
            state.withLock { state in
                let arrived = Array(state.waiting.prefix(Self.limit))
                state.waiting.removeFirst(arrived.count)
                return arrived
            }, to: database)
        let isRest = state.withLock { state in
            state.isWriting = !state.waiting.isEmpty
            return state.isWriting
        }
        if isRest { queue.asyncWriteWithoutTransaction(runBatch) }
    }

    private func commit(_ arrived: [any PendingWrite], to database: Database) {
        let batch = arrived.filter { !$0.leavesIfCancelled() }
        guard !batch.isEmpty else { return }
        do {
            try database.inWritingTransaction {
                if batch.count == 1 {
                    try batch[0].run(in: database)
                } else {
                    for write in batch { try write.runInSavepoint(of: database) }
                }
            }
            for write in batch { write.answer() }
        } catch {
            for write in batch { write.fail(with: error) }
        }
    }
}

/// A write that waits for its turn, then for the disk.
private protocol PendingWrite: AnyObject, Sendable {
    /// Answers a task that was cancelled; false for one that still wants its turn.
    func leavesIfCancelled() -> Bool
    /// Runs the body.
    /// - Throws: what the body throws.
    func run(in database: Database) throws
    /// Runs the body so that what it throws undoes what it did, and is kept for the answer.
    /// - Throws: what ended the whole transaction.
    func runInSavepoint(of database: Database) throws
    /// Hands over what the body returned or threw.
    func answer()
    /// Hands over why nothing of the transaction was kept.
    func fail(with error: any Error)
}

/// Unchecked, since `body` and `result` are used on the database's queue alone, from the first to the answer.
private final class Write<T: Sendable>: PendingWrite, @unchecked Sendable {
    private var body: (@Sendable (Database) throws -> T)?
    private var result: Result<T, any Error> = .failure(CancellationError())
    private let cancellation: Cancellation
    private let continuation: CheckedContinuation<T, any Error>

    init(
        _ body: @escaping @Sendable (Database) throws -> T, _ cancellation: Cancellation,
        _ continuation: CheckedContinuation<T, any Error>
    ) {
        self.body = body
        self.cancellation = cancellation
        self.continuation = continuation
    }

    func leavesIfCancelled() -> Bool {
        guard cancellation.isRequested.load(ordering: .relaxed) else { return false }
        answer()
        return true
    }

    func run(in database: Database) throws {
        if let body { result = .success(try body(database)) }
    }

    func runInSavepoint(of database: Database) throws {
        do {
            try database.inSavepoint {
                try run(in: database)
                try database.checkDeferredForeignKeys()
                return .commit
            }
        } catch {
            // A full disk and the like end the transaction, and with it what the others did.
            guard database.isInsideTransaction else { throw error }
            result = .failure(error)
        }
    }

    func answer() {
        // The caller owns the body and may go on at once; it must not be held here any more.
        body = nil
        continuation.resume(with: result)
    }

    func fail(with error: any Error) {
        result = .failure(error)
        answer()
    }
}

/// Whether a task was cancelled.
private final class Cancellation: Sendable {
    let isRequested = Atomic(false)
}

extension Database {
    /// Does what COMMIT would do, and RELEASE does not: refuses changes that leave a deferred foreign key unsatisfied.
    ///
    /// So a write that shares a commit fails alone, and cannot lean on a later one that would make up for it.
    /// - Source: SQLite's “Database Connection Status Requests”, `SQLITE_DBSTATUS_DEFERRED_FKS`.
    fileprivate func checkDeferredForeignKeys() throws {
        var unsatisfied: Int32 = 0
        var unused: Int32 = 0
        sqlite3_db_status(sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &unsatisfied, &unused, 0)
        guard unsatisfied == 0 else {
            throw DatabaseError(
                resultCode: .SQLITE_CONSTRAINT_FOREIGNKEY, message: "FOREIGN KEY constraint failed")
        }
    }
}
