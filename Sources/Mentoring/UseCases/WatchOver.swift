import CivilTime

extension TrainingOffice {
    /// Calls `changed` at once and then whenever the books may have changed, until the task is cancelled.
    ///
    /// A change by this process is told before whoever made it gets an answer, one by another within a quarter of a second.
    /// - Throws: `StorageFailure` when the changes of others cannot be seen, `CancellationError` in the end.
    public func watch(_ changed: @escaping @Sendable () -> Void) async throws { try await store.watch(changed) }

    /// How often this process has waited since it began, because somebody else was writing.
    public var busyRetries: Int { store.busyRetries }

    /// How many mails wait, and for how many seconds the longest-waiting recipient could have been written to.
    /// - Throws: `StorageFailure`.
    public func waitingMail() async throws -> (count: Int, seconds: Int) {
        let waiting = try await store.read { try $0.waitingMail() }
        return (waiting.count, waiting.since.map { max(0, Int(clock.now().seconds(since: $0))) } ?? 0)
    }
}
