import Glibc
import Hummingbird
public import ICalendar
import Logging
import Mentoring
public import MentoringService
import NIOCore
import ServiceLifecycle

/// Serves until SIGTERM or SIGINT, and then lets the requests at hand finish, for ten seconds at most; meanwhile keeps the seasons rolling and sends
/// mail.
///
/// - Parameters:
///   - service: whose database is shown.
///   - calendar: writes the feeds.
///   - configuration: where it listens.
///   - delivery: what takes the mail; nil leaves it in the outbox.
///   - manager: what started the server, if it wants to hear that it works.
///   - refreshTimeZones: takes over newer tz data, should there be any; called at the start and daily.
///   - onRunning: called with the port once connections are accepted.
/// - Throws: `Unreachable` when the address cannot be listened on.
public func serve(
    service: TrainingService, calendar: CalendarEncoder, configuration: ServerConfiguration,
    delivery: (any MailDelivery)?, manager: ServiceManager? = nil,
    refreshTimeZones: @escaping @Sendable () throws -> Void,
    onRunning: @escaping @Sendable (_ port: Int) async -> Void
) async throws {
    let logger = Logger(label: "meridian.web")
    let keeper = SeasonKeeper(service: service, refreshTimeZones: refreshTimeZones, logger: logger)
    let post = delivery.map { MailKeeper(service: service, delivery: $0, logger: logger) }
    let (ports, running) = AsyncStream.makeStream(of: Int.self)
    let watchdog = manager.map { Watchdog(manager: $0, host: configuration.host, ports: ports) }
    let application = try buildApplication(
        service: service, calendar: calendar, configuration: configuration, delivery: delivery,
        services: [keeper] + [post as (any Service)?, watchdog].compactMap(\.self), logger: logger,
        onRunning: { port in
            await onRunning(port)
            running.yield(port)
        })
    do {
        try await application.runService()
    } catch let error as IOError {
        let reason = String(cString: strerror(error.errnoCode)).lowercased()
        throw Unreachable(
            "cannot listen on \(configuration.host):\(configuration.port): \(reason); name another --host or --port")
    } catch is SocketAddressError.UnknownHost {
        throw Unreachable(
            "cannot listen on \(configuration.host): it is no address of this machine, nor a name that is known here; name another --host"
        )
    }
}
