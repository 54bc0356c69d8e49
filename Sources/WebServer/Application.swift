import HTTPTypes
public import Hummingbird
import HummingbirdCore
public import ICalendar
public import Logging
import Mentoring
public import MentoringService
import NIOCore
public import ServiceLifecycle

/// The server: public feeds, pages and the JSON API of one service.
///
/// It is a `Service`: `run()` serves until a graceful shutdown, `runService()` also listens to SIGTERM and SIGINT. A shutdown
/// lets the requests at hand finish.
///
/// - Parameters:
///   - service: whose database is shown.
///   - calendar: writes the feeds.
///   - configuration: where it listens.
///   - delivery: what takes the mail, where one of `services` sends the outbox: `/readyz` minds it, and mail that stays.
///   - services: what runs beside it, and ends with it.
///   - logger: gets one line a request, without addresses, queries and tokens.
///   - onRunning: called with the port once connections are accepted.
/// - Returns: the server, not yet listening.
/// - Throws: when an embedded template is malformed, which no release is.
public func buildApplication(
    service: TrainingService, calendar: CalendarEncoder, configuration: ServerConfiguration,
    delivery: (any MailDelivery)? = nil, services: [any Service] = [], logger: Logger = Logger(label: "meridian.web"),
    onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
) throws -> some ApplicationProtocol {
    let router = Router(context: MeridianRequestContext.self, options: .autoGenerateHeadEndpoints)
    let limits = configuration.limits
    let metrics = ServerMetrics()
    let proxy = NamelessProxy(isExpected: configuration.expectsProxy, logger: logger)
    let rateLimit = RateLimit(limits, proxy: proxy)
    let printer = FeedPrinter(service: service, calendar: calendar, addresses: configuration.addresses)
    let feeds = RenderingCache<Feed>(
        service: service, kind: .feed, metrics: metrics, logger: logger, print: printer.print)
    let visitors = Visitors(service: service, calendar: calendar, configuration: configuration)
    let pages = try PageRoutes(visitors: visitors)
    let publicPages = RenderingCache<PublicPage>(
        service: service, kind: .page, metrics: metrics, logger: logger, capacity: 32 << 20, print: pages.print)
    router.add(middleware: RequestLog(metrics: metrics))
    router.add(middleware: CommonHeaders())
    router.add(middleware: ReleaseCheck())
    router.add(middleware: ProblemResponses(pages: pages))
    router.add(middleware: RateLimited(limit: rateLimit))
    router.add(middleware: CanonicalPaths(root: configuration.root))
    router.add(middleware: RequestLimits())
    router.add(middleware: SameOrigin(base: configuration.addresses.base, cookie: configuration.sessionCookie))
    HealthRoutes(service: service, delivery: delivery, proxy: proxy).add(to: router)
    MetricsRoutes(service: service, metrics: metrics, feeds: feeds, pages: publicPages).add(to: router)
    DescriptionRoutes(configuration: configuration).add(to: router)
    let signUpLimit = SignUpLimit()
    let lanes = ComputingLanes(patience: limits.computing)
    RequestRoutes(
        service: service, calendar: calendar, configuration: configuration, signUpLimit: signUpLimit, lanes: lanes
    ).add(to: router)
    FeedRoutes(feeds: feeds).add(to: router)
    pages.add(to: router, keeping: publicPages)
    MeRoutes(visitors: visitors, pages: pages, lanes: lanes).add(to: router)
    NewProgramRoutes(visitors: visitors, pages: pages).add(to: router)
    ActionRoutes(visitors: visitors, pages: pages, lanes: lanes).add(to: router)
    AnswerRoutes(visitors: visitors, pages: pages, lanes: lanes).add(to: router)
    LogRoutes(visitors: visitors, pages: pages).add(to: router)
    PlanRoutes(visitors: visitors, pages: pages, lanes: lanes).add(to: router)
    MailMatterRoutes(visitors: visitors, pages: pages).add(to: router)
    SignInRoutes(visitors: visitors, limit: signUpLimit, pages: pages).add(to: router)

    let ready = ReadyAnswers(
        feeds: feeds, pages: publicPages, zones: service.zones, cookie: configuration.sessionCookie,
        rateLimit: rateLimit, metrics: metrics, logger: logger)
    return Application(
        responder: router.buildResponder(),
        server: .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [Threshold(limits: limits, answers: ready)],
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: ServerLimits.headerBytes, maxHeaderListSize: ServerLimits.headerBytes,
                    maxHeaderFieldCount: ServerLimits.headerFields))),
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.host, port: configuration.port), backlog: ServerLimits.backlog,
            availableConnectionsDelegate: .maximum(limits.possibleConnections, logger: logger)),
        services: [CacheKeeper(feeds: feeds, pages: publicPages, logger: logger)] + services,
        onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? configuration.port) },
        logger: logger)
}

/// What goes along with a request.
struct MeridianRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let maxUploadSize = ServerLimits.bodyBytes
    /// The connection that it came by.
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}

typealias MeridianRouter = Router<MeridianRequestContext>
