import AsyncHTTPClient
import ICalendar
import Logging
import Mentoring
import MentoringAPI
import MentoringService
import NIOCore
import NIOHTTP1
import SampleSeason
import ServiceLifecycle
import TimeZoneCatalog
import WebServer

/// People who enroll over HTTP, each with a token of their own, at a server of this process.
struct NetworkClients {
    private let base: String
    private let tokens: [String]
    private let client: HTTPClient

    /// Runs `body` while the season's server listens on loopback; everybody has got a token before.
    static func run(
        _ season: SampleSeason, people: Int, connections: Int, body: @Sendable (NetworkClients) async throws -> Void
    ) async throws {
        let tokens = try await tokens(for: people, in: season)
        let quiet = Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        var configuration = try ServerConfiguration(port: 0)
        // All clients come from one address here.
        configuration.limits.others = ServerLimits.Allowance(burst: 1e9, perSecond: 1e9)
        let application = try buildApplication(
            service: season.service, calendar: CalendarEncoder(zones: .shipped),
            configuration: configuration, logger: quiet, onRunning: { listening.yield($0) })
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [.init(service: application)], logger: quiet))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            guard let port = await ports.first(where: { _ in true }) else { throw Unreachable("no port") }
            // As many connections as there are clients.
            var configuration = HTTPClient.Configuration()
            configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
            let client = HTTPClient(configuration: configuration)
            try await body(NetworkClients(base: "http://127.0.0.1:\(port)", tokens: tokens, client: client))
            try await client.shutdown()
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    /// Enrolls a person in a session.
    /// - Throws: `Unreachable` for any answer but 200.
    func enroll(_ person: Int, in code: SessionCode) async throws {
        var request = HTTPClientRequest(url: "\(base)/api/v1/sessions/\(code)/enrollment")
        request.method = .POST
        request.headers.add(name: "Authorization", value: "Bearer \(tokens[person])")
        let response = try await client.execute(request, timeout: .seconds(60))
        _ = try await response.body.collect(upTo: 1 << 20)
        guard response.status == .ok else { throw Unreachable("HTTP \(response.status.code)") }
    }

    private static func tokens(for people: Int, in season: SampleSeason) async throws -> [String] {
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for person in 0..<people {
                group.addTask {
                    let wish = CreateToken(email: try SampleSeason.email(of: person), role: .trainee)
                    return (person, try await season.carryOut(wish).token)
                }
            }
            return try await group.reduce(into: Array(repeating: "", count: people)) { $0[$1.0] = $1.1 }
        }
    }
}
