import CivilTime

/// How a moment of an event is written: on a zone's wall clock, or in UTC where that would not be exact.
enum EventTime: Hashable, Sendable {
    case local(LocalDateTime, TimeZoneID)
    case utc(Instant)

    /// DTSTART or DTEND.
    func property(_ name: String) -> Property {
        switch self {
        case .local(let local, let zone): .literal(name, local.basic, [.init("TZID", zone.name)])
        case .utc(let instant): .literal(name, instant.basicUTC)
        }
    }
}
