import GRDB

/// A commit that failed in such a way that its changes may be there all the same.
///
/// With a rollback journal a transaction is saved at the moment at which the journal is deleted. SQLite reports what fails
/// from then on, such as writing down that the journal is gone, as it reports what fails before.
/// - Source: SQLite's “Atomic Commit In SQLite”, sections 3.11 and 9.
struct UncertainCommit: Error {
    let cause: DatabaseError

    /// What COMMIT only fails with while the journal is there to take everything back.
    private static let before: [ResultCode] = [
        .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CONSTRAINT, .SQLITE_FULL, .SQLITE_READONLY,
    ]

    init?(_ cause: DatabaseError) {
        guard !Self.before.contains(cause.resultCode) else { return nil }
        self.cause = cause
    }
}

extension Database {
    /// Runs `body` as one transaction, begun with the right to write.
    /// - Throws: what `body` throws, and then nothing of it was saved; `UncertainCommit` when it may have been.
    func inWritingTransaction(_ body: () throws -> Void) throws {
        var isEnding = false
        do {
            try inTransaction(.immediate) {
                try body()
                isEnding = true
                return .commit
            }
        } catch let error as DatabaseError where isEnding {
            throw UncertainCommit(error) ?? error
        }
    }
}
