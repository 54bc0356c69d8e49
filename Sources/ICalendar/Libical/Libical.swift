import CLibical
import Synchronization

/// The C library libical, which keeps its error state for the whole process: only whoever holds this may call it.
struct Libical: ~Copyable {
    private static let owner = Mutex(Libical())

    private init() {
        // By default a malformed value aborts the process.
        icalerror_set_errors_are_fatal(0)
    }

    /// Runs `body` while nobody else uses the library; it must not call this again.
    static func exclusively<Result, Failure: Error>(
        _ body: (borrowing Libical) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        try owner.withLock { libical throws(Failure) in try body(libical) }
    }
}

/// libical did not take a value: what Meridian made is not what RFC 5545 wants there.
struct LibicalFailure: Error, Hashable, CustomStringConvertible {
    let description: String
}
