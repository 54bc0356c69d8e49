import Synchronization

/// Waits for work, but not for ever: work that goes on when its time is over is cancelled and no longer waited for.
///
/// A task group would wait for it, and what blocks in the system's resolver cannot be cancelled.
/// - Returns: what the work came to; nil when it took too long.
func within<Value: Sendable>(
    _ patience: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value? {
    let answer = FirstAnswer<Value?>()
    let working = Task { answer.give(await Result { try await work() }) }
    let waiting = Task {
        try await Task.sleep(for: patience)
        answer.give(.success(nil))
    }
    defer {
        working.cancel()
        waiting.cancel()
    }
    return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { answer.await($0) }
    } onCancel: {
        answer.give(.failure(CancellationError()))
    }
}

/// Takes several answers and gives on the first.
private final class FirstAnswer<Value: Sendable>: Sendable {
    private struct State {
        var first: Result<Value, any Error>?
        var awaiting: CheckedContinuation<Value, any Error>?
    }

    private let state = Mutex(State())

    func give(_ answer: Result<Value, any Error>) {
        let awaiting = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            guard state.first == nil else { return nil }
            state.first = answer
            return state.awaiting
        }
        awaiting?.resume(with: answer)
    }

    func await(_ continuation: CheckedContinuation<Value, any Error>) {
        let first = state.withLock { state in
            state.awaiting = continuation
            return state.first
        }
        if let first { continuation.resume(with: first) }
    }
}

extension Result where Failure == any Error, Success: Sendable {
    fileprivate init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
