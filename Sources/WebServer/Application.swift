import HTTPTypes
public import Hummingbird
import HummingbirdCore
public import ICalendar
public import Logging
public import Mentoring
import NIOCore
public import ServiceLifecycle

/// The server: public feeds, pages and the JSON API of one office.
///
/// It is a `Service`: `run()` serves until a graceful shutdown, `runService()` also listens to SIGTERM and SIGINT. A shutdown
/// lets the requests at hand finish.
///
/// - Parameters:
///   - office: whose books are shown.
///   - calendar: writes the feeds.
///   - configuration: where it listens.
///   - services: what runs beside it, and ends with it.
///   - logger: gets one line a request, without addresses, queries and tokens.
///   - onRunning: called with the port once connections are accepted.
/// - Returns: the server, not yet listening.
/// - Throws: when an embedded template is malformed, which no release is.
public func buildApplication(
    office: TrainingOffice, calendar: CalendarEncoder, configuration: ServerConfiguration,
    services: [any Service] = [], logger: Logger = Logger(label: "meridian.web"),
    onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
) throws -> some ApplicationProtocol {
    let router = Router(context: MeridianRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestLog())
    router.add(middleware: CommonHeaders())
    router.add(middleware: ProblemResponses())
    router.add(middleware: BodyLimit())
    HealthRoutes(office: office).add(to: router)
    APIRoutes(office: office).add(to: router)
    ParticipantRoutes(office: office, addresses: configuration.addresses).add(to: router)
    FeedRoutes(office: office, calendar: calendar, addresses: configuration.addresses).add(to: router)
    try PageRoutes(office: office, configuration: configuration).add(to: router)

    return Application(
        router: router,
        server: .http1(
            configuration: HTTP1Channel.Configuration(
                idleTimeout: Limits.idleTimeout,
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: Limits.headerBytes, maxHeaderListSize: Limits.headerBytes,
                    maxHeaderFieldCount: Limits.headerFields))),
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.host, port: configuration.port),
            availableConnectionsDelegate: .maximum(Limits.connections, logger: logger)),
        services: services,
        onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? configuration.port) },
        logger: logger)
}

/// What one client can claim of the server.
enum Limits {
    /// The longest that a connection may say nothing, between requests or within one; slow phones need more than 3 s.
    static let idleTimeout = TimeAmount.seconds(15)
    /// Connections at a time; further ones wait in the kernel's queue.
    static let connections = 1024
    /// All header fields of a request together.
    static let headerBytes = 16 * 1024
    /// Header fields of a request.
    static let headerFields = 100
    /// A request's body.
    static let bodyBytes = 1024 * 1024
}

/// What goes along with a request.
struct MeridianRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let maxUploadSize = Limits.bodyBytes

    init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }
}

typealias MeridianRouter = Router<MeridianRequestContext>
