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

    /// Asks for something and reads the answer as JSON.
    /// - Throws: the `Refusal` or `BadInput` that the server answered, or `Unreachable`.
    func get<Value: Decodable>(_ message: RequestMessage) async throws -> Value {
        try await ask(message, key: nil, tries: 1)
    }

    /// Asks for a change, and again when no answer came: the server does it once, since the request carries a key.
    ///
    /// Who is told to come again later does not ask again at once.
    /// - Throws: as `get`.
    func change<Value: Decodable>(_ message: RequestMessage) async throws -> Value {
        try await ask(message, key: UUID().uuidString, tries: 3)
    }

    private func ask<Value: Decodable>(_ message: RequestMessage, key: String?, tries: Int) async throws -> Value {
        let url = "\(api)/\(message.path)"
        let (answer, isRepeated) = try await answer(to: request(message, at: url, key: key), tries: tries)
        guard answer.status == 200 else {
            throw answer.failure(at: url, of: server, hasToken: token != nil, isRepeated: isRepeated)
        }
        do {
            guard answer.isJSON else { throw CocoaError(.fileReadCorruptFile) }
            return try JSONDecoder().decode(Value.self, from: answer.body)
        } catch {
            guard let advice = answer.advice else {
                throw Unreachable("\(url) did not answer as a Meridian server does (\(answer.summary)); check --server")
            }
            let done = key == nil ? "" : "; what was asked for was done"
            throw Unreachable("\(url) answered what is not understood here\(done): \(advice)")
        }
    }

    /// What was answered, and whether the same had been sent before and its answer was lost.
    private func answer(
        to request: HTTPClientRequest, tries: Int
    ) async throws -> (answer: ServerAnswer, isRepeated: Bool) {
        for number in 1..<tries {
            do {
                let answer = try await fetch(request)
                if answer.status == 200 || answer.problem != nil { return (answer, number > 1) }
            } catch is Unreachable { continue }
        }
        return (try await fetch(request), tries > 1)
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
                throw Unreachable(
                    "\(request.url) did not answer within \(patience.components.seconds) seconds; try again later")
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
        let url = request.url
        do {
            let response = try await Self.client.execute(request, deadline: .distantFuture)
            let body = try await response.body.collect(upTo: Self.mostBytes)
            return ServerAnswer(
                status: Int(response.status.code), contentType: response.headers.first(name: "Content-Type"),
                location: response.headers.first(name: "Location"),
                release: response.headers.first(name: Release.headerField), body: Data(body.readableBytesView))
        } catch is NIOTooManyBytesError {
            throw Unreachable("\(url) answered with more than \(Self.mostBytes / 1_048_576) MiB; check --server")
        } catch let error where !(error is CancellationError) {
            throw Unreachable("\(url) cannot be reached: \(ConnectionFailure.words(error))")
        }
    }
}

/// What a server said, whatever it is.
struct ServerAnswer {
    let status: Int
    let contentType: String?
    /// Where it says that the thing is.
    let location: String?
    /// Which release it says that it is.
    let release: String?
    let body: Data

    /// Whether it says of itself that it is JSON (RFC 8259 §11, RFC 6839 §3.1).
    var isJSON: Bool {
        let type = (contentType ?? "").prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        return type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    }

    /// What came, in a few words for a person.
    var summary: String { "HTTP \(status), \(OneLine.shown(contentType ?? "no content type")), \(body.count) bytes" }

    /// What to do about its being of another release; nil where it is of this one, or does not say.
    var advice: String? { release.flatMap { Release($0) }.flatMap { Release.current.advice(onServer: $0) } }

    /// What a Meridian server says of why it did not do it; nil when it was something else that answered.
    var problem: ProblemDocument? { try? JSONDecoder().decode(ProblemDocument.self, from: body) }

    /// The error that the answer stands for.
    /// - Parameters:
    ///   - url: what was asked.
    ///   - server: where.
    ///   - hasToken: whether who asks was said.
    ///   - isRepeated: whether the same had been asked before, and may have been done.
    /// - Returns: a `Refusal`, `BadInput` or `Unreachable`.
    func failure(at url: String, of server: String, hasToken: Bool, isRepeated: Bool = false) -> any Error {
        if (300..<400).contains(status) {
            let target = location.map { " to \(OneLine.shown($0))" } ?? ""
            return Unreachable(
                "\(url) sends on\(target), which is not followed; nothing was done. If that is the server, name it with --server or MERIDIAN_SERVER"
            )
        }
        if status == 401, hasToken, isRepeated {
            // What is answered to a repeated request is kept for whoever asks, who is nobody any more once this has ended their token.
            return Unreachable(
                "\(url) gave no answer at first, and then did not know the token any more: it may have been done, since who erases themself, signs out or revokes their own token ends it by that. To see whether it was, sign in anew: meridian login \(server); who is erased is nobody there"
            )
        }
        if status == 401 {
            return Refusal(
                .notAllowed,
                hasToken
                    ? "the server does not know the token, be it that of MERIDIAN_TOKEN or that of meridian login: it was revoked, has expired, or is for another server; a new one comes by mail: meridian login \(server)"
                    : "this needs a token, which comes by mail: meridian login \(server); or set MERIDIAN_TOKEN to one that an organizer made (meridian token create)"
            )
        }
        guard let problem else {
            return Unreachable("\(url) did not answer as a Meridian server does (\(summary)); check --server")
        }
        // What was asked was held to this release's own rules before it was sent.
        let isNotUnderstood = problem.error == Failure.Kind.badInput.rawValue || problem.detail == Failure.noAddress
        let detail = OneLine.shown(problem.detail) + (isNotUnderstood ? advice.map { "; \($0)" } ?? "" : "")
        guard let kind = Failure.Kind(rawValue: problem.error) else {
            return Unreachable("\(url) could not do it (HTTP \(status)): \(detail)")
        }
        // What went wrong there is said with its address; what was wrong with what was asked is said as it is here.
        return Failure(kind, kind.status < 500 ? detail : "\(url): \(detail)").error
    }
}

/// The members of a problem document (RFC 9457) that say what happened.
struct ProblemDocument: Decodable {
    let error: String
    let detail: String
}
