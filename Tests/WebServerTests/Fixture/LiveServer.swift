import AsyncHTTPClient
import ICalendar
package import Logging
import Mentoring
package import MentoringService
import NIOCore
package import NIOHTTP1
import Persistence
import ServiceLifecycle
import TestSupport
import TimeZoneCatalog
package import WebServer

/// The real server on a free port, with the database of a small season in memory, for as long as a test needs it.
package struct LiveServer: Sendable {
    /// What came back.
    package struct Answer: Sendable {
        package let status: UInt
        package let headers: HTTPHeaders
        package let body: [UInt8]

        /// The body as text.
        package var text: String { String(decoding: body, as: UTF8.self) }

        /// A header field's value.
        package subscript(_ name: String) -> String? { headers.first(name: name) }
    }

    package let base: String

    /// Runs the body against a server that knows a season, then stops the server gracefully.
    @discardableResult
    package static func run<T: Sendable>(
        _ season: Season2027 = Season2027(), log: Logger? = nil, body: (LiveServer) async throws -> T
    ) async throws -> T {
        try await run(service: try await season.service(), log: log, body: body)
    }

    /// The same for any service, reached by any address.
    @discardableResult
    package static func run<T: Sendable>(
        service: TrainingService, baseURL: String = "https://training.example.org",
        limits: ServerLimits = .patient, isOpenToAll: Bool = false, delivery: (any MailDelivery)? = nil,
        log: Logger? = nil,
        body: (LiveServer) async throws -> T
    ) async throws -> T {
        let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let (ports, running) = AsyncStream.makeStream(of: Int.self)
        var configuration = try ServerConfiguration(port: 0, baseURL: baseURL)
        // A machine that runs a thousand other tests meanwhile computes late, and not in vain.
        configuration.limits = limits
        configuration.limits.computing = .patience
        configuration.isOpenToAll = isOpenToAll
        let application = try buildApplication(
            service: service, calendar: CalendarEncoder(zones: .shipped), configuration: configuration,
            delivery: delivery, logger: log ?? quiet, onRunning: { running.yield($0) })
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [.init(service: application)], logger: quiet))
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { running.finish() }
                try await services.run()
            }
            let port = try present(await ports.first { _ in true })
            let result: T
            do {
                result = try await body(LiveServer(base: "http://127.0.0.1:\(port)"))
            } catch {
                group.cancelAll()
                throw error
            }
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
            return result
        }
    }

    /// The port of 127.0.0.1 that it listens on.
    package var port: UInt16 { base.split(separator: ":").last.flatMap { UInt16($0) } ?? 0 }

    /// One that waits for a connection as long as a busy machine needs; for the whole process, so that it never ends.
    private static let client = client(HTTPClient.Configuration())
    /// One that goes where it is sent only when it is told to.
    private static let staying = client(HTTPClient.Configuration(redirectConfiguration: .disallow))

    private static func client(_ configuration: HTTPClient.Configuration) -> HTTPClient {
        var configuration = configuration
        configuration.timeout.connect = .minutes(20)
        return HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }

    /// Asks for a path, and for where that sends on, unless it is said otherwise.
    package func ask(
        _ path: String, method: HTTPMethod = .GET, headers: [(String, String)] = [], body: [UInt8]? = nil,
        followsRedirects: Bool = true
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: base + path)
        request.method = method
        request.headers = HTTPHeaders(headers)
        if let body { request.body = .bytes(body) }
        // As long as a machine may take on which a thousand other tests run meanwhile.
        let client = followsRedirects ? Self.client : Self.staying
        let response = try await client.execute(request, timeout: .minutes(20))
        let bytes = try await response.body.collect(upTo: 8 << 20)
        return Answer(
            status: response.status.code, headers: response.headers, body: Array(bytes.readableBytesView))
    }
}

extension ServerLimits {
    /// Deadlines that a busy machine does not miss, for tests of something else that takes long.
    package static var patient: ServerLimits {
        var limits = ServerLimits()
        limits.arrival = .patience
        // A body that nobody has had the time to read for so long is idleness to the server, too.
        limits.idle = .patience
        return limits
    }
}

/// Something that the tests rely on was not there.
package struct Missing: Error {}

/// The value, which must be there.
func present<T>(_ value: T?) throws(Missing) -> T {
    guard let value else { throw Missing() }
    return value
}
