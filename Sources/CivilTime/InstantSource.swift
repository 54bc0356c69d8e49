internal import Glibc

/// Tells what time it is; injected, so that nothing but the composition root knows the system's clock.
public protocol InstantSource: Sendable {
    /// The present instant.
    func now() -> Instant
}

/// The system's real-time clock.
public struct SystemInstantSource: InstantSource {
    /// A source that reads `CLOCK_REALTIME`.
    public init() {}

    /// The present instant, to the second.
    public func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(secondsSinceEpoch: Int64(time.tv_sec))
    }
}

/// A clock that stands still.
public struct FixedInstantSource: InstantSource {
    private let instant: Instant

    /// A source that always tells the given instant.
    public init(_ instant: Instant) {
        self.instant = instant
    }

    /// The given instant.
    public func now() -> Instant { instant }
}
