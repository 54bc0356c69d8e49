import Mentoring

extension Store {
    /// Runs `body` as `write` would and takes all of it back, so that what is shown beforehand is what would happen.
    func rehearse<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        do {
            return try await write { transaction in throw Rehearsed(result: try body(transaction)) }
        } catch let rehearsed as Rehearsed<T> {
            return rehearsed.result
        }
    }

    /// Runs `body` for good, or as a rehearsal.
    func write<T: Sendable>(forGood: Bool, _ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        forGood ? try await write(body) : try await rehearse(body)
    }
}

private struct Rehearsed<T: Sendable>: Error { let result: T }
