import MentoringService
import Synchronization

/// The process was killed.
struct Killed: Error {}

/// A store in the hands of a process that is killed at a certain write.
final class MortalStore: Store {
    private let store: any Store
    /// How many writes are left, and whether the last one never comes to the disk.
    private let doom = Mutex<(left: Int, before: Bool)?>(nil)

    init(_ store: any Store) { self.store = store }

    /// Lets the process die at the nth write from now, before it or just after; nil lets it live.
    func die(atWrite count: Int?, before: Bool = false) {
        doom.withLock { $0 = count.map { ($0, before) } }
    }

    func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T {
        try await store.read(body)
    }

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        let death = doom.withLock { doom -> (isNow: Bool, before: Bool) in
            guard let (left, before) = doom else { return (false, false) }
            doom = (left - 1, before)
            return (left <= 1, before)
        }
        if death.isNow, death.before { throw Killed() }
        let result = try await store.write(body)
        if death.isNow { throw Killed() }
        return result
    }

    func alone<T: Sendable>(_ task: String, _ body: @Sendable () async throws -> T) async throws -> T? {
        try await store.alone(task, body)
    }

    var changeCount: Int? { store.changeCount }
    func settledChangeCount() async throws -> Int? { try await store.settledChangeCount() }
    func sweep() async throws { try await store.sweep() }
    func checkWriting() async throws { try await store.checkWriting() }
    var busyRetries: Int { store.busyRetries }
}
