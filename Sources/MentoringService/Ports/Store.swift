import Mentoring

/// Where everything is kept; `Persistence` does it with SQLite.
public protocol Store: Sendable {
    /// Runs `body` on one consistent state.
    /// - Throws: what `body` throws, or `StorageFailure`.
    func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T

    /// Runs `body` as one transaction: once this returns, all of its changes are on disk; if it throws, none is.
    /// - Throws: what `body` throws, or `StorageFailure`.
    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T

    /// Runs `body` unless somebody else, in this process or another, is in the same task on this database.
    /// - Returns: what `body` returns; nil when it was not run.
    /// - Throws: what `body` throws, or `StorageFailure`.
    func alone<T: Sendable>(_ task: String, _ body: @Sendable () async throws -> T) async throws -> T?

    /// A number that is another one as soon as a change, by this process or another, has been acknowledged; nil when it cannot be told.
    ///
    /// To ask is as good as free and waits for nobody. A change under way may show already, and go again when it fails.
    var changeCount: Int? { get }

    /// The same at a moment when no change is under way.
    /// - Throws: `StorageFailure`.
    func settledChangeCount() async throws -> Int?

    /// Tries whether anything can be written now, without changing the database; asked often, it repeats what it found.
    /// - Throws: `StorageFailure` when it cannot.
    func checkWriting() async throws

    /// Has nothing stay in free places of the file of what was erased there; does nothing where nothing was since it was done last.
    ///
    /// It takes as long as writing the whole database anew, and its size again on the disk.
    /// - Throws: `StorageFailure`; it is to be done again then.
    func sweep() async throws

    /// How often this process has waited since it began, because somebody else was writing.
    var busyRetries: Int { get }
}
