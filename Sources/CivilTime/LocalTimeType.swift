/// What holds in a zone between two transitions (RFC 9636 §3.2, "local time type").
public struct LocalTimeType: Hashable, Sendable {
    /// The offset from UTC.
    public let offset: UTCOffset

    /// Whether the tz database calls it daylight saving time.
    ///
    /// In Dublin and Casablanca that is the winter.
    public let isDaylight: Bool

    /// The abbreviation: `CEST`, or `+03` where nobody uses one.
    public let abbreviation: String

    /// A local time type of these three.
    public init(offset: UTCOffset, isDaylight: Bool, abbreviation: String) {
        self.offset = offset
        self.isDaylight = isDaylight
        self.abbreviation = abbreviation
    }
}
