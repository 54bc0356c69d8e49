/// An exact moment, to the second, on the POSIX time line (no leap seconds).
///
/// Every instant lies in the years 0001 to 9999 UTC; arithmetic that would leave them stops at the nearest end.
public struct Instant: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let secondsSinceEpoch: Int64

    /// The instant so many seconds after 1970-01-01T00:00:00Z, or the nearest one in the years 0001 to 9999.
    public init(secondsSinceEpoch: Int64) {
        self.secondsSinceEpoch = min(max(secondsSinceEpoch, LocalDateTime.firstSecond), LocalDateTime.lastSecond)
    }

    /// 0001-01-01T00:00:00Z.
    public static let distantPast = Instant(secondsSinceEpoch: .min)

    /// 9999-12-31T23:59:59Z.
    public static let distantFuture = Instant(secondsSinceEpoch: .max)

    /// The instant so many seconds later, or earlier if negative.
    public func adding(seconds: Int64) -> Instant {
        let (sum, overflow) = secondsSinceEpoch.addingReportingOverflow(seconds)
        return Instant(secondsSinceEpoch: overflow ? (seconds < 0 ? .min : .max) : sum)
    }

    /// Seconds from the other instant to this one; negative if this one is earlier.
    public func seconds(since other: Instant) -> Int64 {
        secondsSinceEpoch - other.secondsSinceEpoch
    }
}

extension Instant: Comparable {
    /// Whether the first is earlier.
    public static func < (first: Instant, second: Instant) -> Bool {
        first.secondsSinceEpoch < second.secondsSinceEpoch
    }
}
