public import TimeZoneCatalog

/// Makes iCalendar bytes (RFC 5545) of sessions, feeds and invitations.
///
/// The same input gives the same bytes. Times are written on the wall clock of the session's zone with a VTIMEZONE that every program understands, or in UTC
/// where no such block would be exact.
public struct CalendarEncoder: Sendable {
    let zones: TimeZoneCatalog

    /// An encoder that reads the zones' rules from the catalog.
    public init(zones: TimeZoneCatalog) {
        self.zones = zones
    }
}
