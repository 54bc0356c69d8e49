/// A time of day without a zone, from 00:00:00 to 23:59:59.
public struct LocalTime: Hashable, Sendable {
    /// Seconds since midnight on the wall clock, 0..<86400.
    public let secondOfDay: Int

    static let secondsPerDay = 86_400

    /// The given time; nil if the hour is not in 0...23, or the minute or second not in 0...59.
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        self.init(secondOfDay: hour * 3600 + minute * 60 + second)
    }

    /// - Parameter secondOfDay: 0..<86400, which the caller has made sure of.
    init(secondOfDay: Int) {
        self.secondOfDay = secondOfDay
    }

    /// 00:00.
    public static let midnight = LocalTime(secondOfDay: 0)

    /// The hour, 0...23.
    public var hour: Int { secondOfDay / 3600 }

    /// The minute, 0...59.
    public var minute: Int { secondOfDay / 60 % 60 }

    /// The second, 0...59.
    public var second: Int { secondOfDay % 60 }

    /// Whole minutes since midnight, 0..<1440.
    public var minuteOfDay: Int { secondOfDay / 60 }
}

extension LocalTime: Comparable {
    /// Whether the first is earlier in the day.
    public static func < (first: LocalTime, second: LocalTime) -> Bool {
        first.secondOfDay < second.secondOfDay
    }
}
