/// An instant together with what the clocks of a zone show at it.
public struct ZonedDateTime: Hashable, Sendable {
    /// The exact moment.
    public let instant: Instant

    /// The wall clock's reading.
    public let local: LocalDateTime

    /// The zone's offset from UTC at that moment.
    public let offset: UTCOffset

    /// The zone.
    public let zone: TimeZoneID
}

extension ZonedDateTime: CustomStringConvertible {
    /// RFC 9557: `2027-01-05T17:00:00+09:00[Asia/Tokyo]`.
    public var description: String { "\(local)\(offset)[\(zone)]" }
}
