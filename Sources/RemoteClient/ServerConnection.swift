import AsyncHTTPClient
import Foundation
import Mentoring
import MentoringAPI
import NIOCore
import NIOHTTP1

/// Requests to one server, each within its patience and 8 MiB.
struct ServerConnection: Sendable {
    private static let mostBytes = 8 * 1024 * 1024

    /// One for the whole process, so that it never needs to be shut down; a refused connection is told at once.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        // A redirected change would become a question, and the token would go wherever the answer says.
        configuration.redirectConfiguration = .disallow
        return HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }()

    private let server: String
    private let token: String?
    private var patience: Duration

    init(server: String, token: String?, patience: Duration) throws(BadInput) {
        self.server = try FeedAddresses(base: server).base
        self.token = token
        self.patience = patience
    }

    private var api: String { server + "/api/v1" }

    /// Refuses to send a token where everybody on the way could read it.
    /// - Throws: `Refusal` not-allowed for a server of another machine that is spoken to without TLS.
    func requireSecrecy() throws(Refusal) {
        guard api.lowercased().hasPrefix("http://"), !isOnThisMachine else { return }
        throw Refusal(
            .notAllowed,
            "the token, or the link of the mail, was not sent: \(OneLine.shown(api)) is another machine without TLS, and everybody on the way could read it; use https://, or say --insecure"
        )
    }

    private var isOnThisMachine: Bool {
        let authority = api.dropFirst("http://".count).prefix { $0 != "/" }
        let host = (authority.split(separator: "@", omittingEmptySubsequences: false).last ?? "").lowercased()
        if host.hasPrefix("[") { return host.prefix { $0 != "]" } == "[::1" }
        let name = host.prefix { $0 != ":" }
        let numbers = name.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return name == "localhost" || (numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil))
    }

    /// The same, with another patience.
    func waiting(_ patience: Duration) -> ServerConnection {
        var other = self
        other.patience = patience
        return other
    }

    /// Asks for something and reads the answer as JSON; for what changes something again when no answer came, since the server does it
    /// once: the request carries a key.
    ///
    /// Who is told to come again later does not ask again at once.
    /// - Throws: the `Refusal` or `BadInput` that the server answered, or `Unreachable`, which says what became of what was asked.
    func ask<Value: Decodable>(_ message: RequestMessage) async throws -> Value {
        let url = "\(api)/\(message.path)"
        let request = request(message, at: url, key: message.isQuestion ? nil : UUID().uuidString)
        var (triesLeft, isLost) = (message.isQuestion ? 1 : 3, false)
        while true {
            triesLeft -= 1
            do {
                let answer = try await fetch(request)
                guard triesLeft == 0 || answer.status == 200 || answer.problem != nil else { throw answer.unread }
                guard answer.status == 200 else {
                    throw answer.failure(
                        at: url, of: server, hasToken: token != nil, isRepeated: isLost && message.effect == .changes)
                }
                guard let value = answer.value(Value.self) else { throw answer.unread }
                return value
            } catch let unread as UnreadAnswer {
                // A try that may have arrived is not undone by the next, which did not.
                let outcome = isLost && unread.outcome == .undone ? .unknown : unread.outcome
                isLost = outcome == .unknown
                guard triesLeft > 0, outcome != .done else {
                    throw unread.failure(at: url, outcome, of: message.effect)
                }
            }
        }
    }

    /// The whole answer, or an error when it takes too long: a server that sends a byte a second counts as slow too.
    private func fetch(_ request: HTTPClientRequest) async throws -> ServerAnswer {
        try await withThrowingTaskGroup(of: ServerAnswer?.self) { group in
            group.addTask { try await fetchPatiently(request) }
            group.addTask {
                try await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            guard let answer = try await group.next() ?? nil else {
                throw UnreadAnswer(
                    "did not answer within \(patience.components.seconds) seconds", .unknown, orElse: "try again later")
            }
            return answer
        }
    }

    private func request(_ message: RequestMessage, at url: String, key: String?) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: url)
        request.method = HTTPMethod(rawValue: message.method)
        request.headers.add(name: "Accept", value: "application/json, application/problem+json")
        request.headers.add(name: Release.headerField, value: Release.current.description)
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let key { request.headers.add(name: "Idempotency-Key", value: key) }
        if let body = message.body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        return request
    }

    private func fetchPatiently(_ request: HTTPClientRequest) async throws -> ServerAnswer {
        do {
            let response = try await Self.client.execute(request, deadline: .distantFuture)
            let body = try await response.body.collect(upTo: Self.mostBytes)
            return ServerAnswer(
                status: Int(response.status.code), contentType: response.headers.first(name: "Content-Type"),
                location: response.headers.first(name: "Location"),
                release: response.headers.first(name: Release.headerField), body: Data(body.readableBytesView))
        } catch is NIOTooManyBytesError {
            throw UnreadAnswer("answered with more than \(Self.mostBytes / 1_048_576) MiB; check --server", .unknown)
        } catch let error where !(error is CancellationError) {
            throw ConnectionFailure.unread(error)
        }
    }
}
