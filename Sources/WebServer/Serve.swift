import Hummingbird
public import ICalendar
public import Mentoring

/// Serves until SIGTERM or SIGINT, and then lets the requests at hand finish.
///
/// - Parameters:
///   - office: whose books are shown.
///   - calendar: writes the feeds.
///   - configuration: where it listens.
///   - onRunning: called with the port once connections are accepted.
/// - Throws: when the address cannot be listened on.
public func serve(
    office: TrainingOffice, calendar: CalendarEncoder, configuration: ServerConfiguration,
    onRunning: @escaping @Sendable (_ port: Int) async -> Void
) async throws {
    let application = try buildApplication(
        office: office, calendar: calendar, configuration: configuration, onRunning: onRunning)
    try await application.runService()
}
