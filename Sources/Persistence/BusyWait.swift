import Foundation
import Synchronization

/// How a connection waits for another that holds the database: it looks again every few milliseconds, for ten seconds.
///
/// SQLite's own waits grow to a tenth of a second, in which a database that many want lies idle, and whoever comes late
/// overtakes those who sleep. The waits are random, so that those who began together do not keep colliding.
final class BusyWait: Sendable {
    private static let limit = Duration.seconds(10)
    private static let microseconds: ClosedRange<UInt32> = 250...4000

    private let beginning = Mutex(ContinuousClock.now)

    /// Waits a little, having waited for this lock `tries` times before; false when it has been long enough.
    func goesOn(tries: Int) -> Bool {
        let now = ContinuousClock.now
        let beginning = beginning.withLock { beginning in
            if tries == 0 { beginning = now }
            return beginning
        }
        guard now - beginning < Self.limit else { return false }
        usleep(.random(in: Self.microseconds))
        return true
    }
}
