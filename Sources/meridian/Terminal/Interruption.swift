import Glibc
import Synchronization

/// Ctrl-C for work that has something to show when it is cut short: the first asks it to stop, the second ends the process.
enum Interruption {
    private static let isWanted = Atomic(false)

    /// Whether somebody pressed Ctrl-C.
    static var isAsked: Bool { isWanted.load(ordering: .relaxed) }

    /// From now on the first Ctrl-C only asks.
    static func listen() {
        // Made before the handler needs it, which must not.
        isWanted.store(false, ordering: .relaxed)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in Interruption.isWanted.store(true, ordering: .relaxed) }
        // The flag is the sign bit, which C hands over as a number too large.
        action.sa_flags = Int32(truncatingIfNeeded: SA_RESETHAND) | SA_RESTART
        sigaction(SIGINT, &action, nil)
    }
}
