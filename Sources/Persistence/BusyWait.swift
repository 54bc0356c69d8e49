import Foundation
import Synchronization

/// How a connection waits for another that holds the database: it looks again after a few milliseconds, for ten seconds or as
/// long as it is told.
///
/// SQLite's own waits grow to a tenth of a second, in which a database that many want lies idle. These are short, and
/// random, so that those who began together do not keep colliding.
final class BusyWait: Sendable {
    private let limit: Duration

    /// How often anybody in this process has waited.
    static let retries = Atomic(0)

    private let beginning = Mutex(ContinuousClock.now)

    init(limit: Duration = .seconds(10)) { self.limit = limit }

    /// Waits a little, having waited for this lock `tries` times before; false when it has been long enough.
    func goesOn(tries: Int) -> Bool {
        let now = ContinuousClock.now
        let beginning = beginning.withLock { beginning in
            if tries == 0 { beginning = now }
            return beginning
        }
        guard now - beginning < limit else { return false }
        Self.retries.add(1, ordering: .relaxed)
        // At first up to half a millisecond, in the end up to 16.
        usleep(.random(in: 250...500 << UInt32(min(tries, 5))))
        return true
    }
}
