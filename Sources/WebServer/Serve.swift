import Hummingbird
public import ICalendar
import Logging
public import Mentoring

/// Serves until SIGTERM or SIGINT, and then lets the requests at hand finish; meanwhile keeps the seasons rolling.
///
/// - Parameters:
///   - office: whose books are shown.
///   - calendar: writes the feeds.
///   - configuration: where it listens.
///   - refreshTimeZones: takes over newer tz data, should there be any; called at the start and daily.
///   - onRunning: called with the port once connections are accepted.
/// - Throws: when the address cannot be listened on.
public func serve(
    office: TrainingOffice, calendar: CalendarEncoder, configuration: ServerConfiguration,
    refreshTimeZones: @escaping @Sendable () throws -> Void, onRunning: @escaping @Sendable (_ port: Int) async -> Void
) async throws {
    let logger = Logger(label: "meridian.web")
    let keeper = SeasonKeeper(office: office, refreshTimeZones: refreshTimeZones, logger: logger)
    let application = try buildApplication(
        office: office, calendar: calendar, configuration: configuration, services: [keeper], logger: logger,
        onRunning: onRunning)
    try await application.runService()
}
