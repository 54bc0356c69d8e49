import HTTPTypes
import Hummingbird
import Logging

/// One line a request: method, the route's pattern (never the path, which may hold a token), status and time.
struct RequestLog: RouterMiddleware {
    typealias Context = MeridianRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let begin = clock.now
        let response = try await next(request, context)
        let time = (clock.now - begin).components
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)",
                "microseconds": "\(time.seconds * 1_000_000 + time.attoseconds / 1_000_000_000_000)",
            ])
        return response
    }
}

/// What every answer carries, and that an answer to HEAD has no body, whatever answered.
struct CommonHeaders: RouterMiddleware {
    typealias Context = MeridianRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.contentSecurityPolicy] = response.headers[.contentSecurityPolicy] ?? Self.policy
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Nothing inline, no frame, nothing from elsewhere.
    private static let policy = [
        "default-src 'none'", "style-src 'self'", "img-src 'self'", "script-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
}

/// Refuses a body that is announced as too long before a byte of it is read.
struct BodyLimit: RouterMiddleware {
    typealias Context = MeridianRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Limits.bodyBytes {
            throw HTTPError(
                .contentTooLarge, headers: [.connection: "close"],
                message: "the request has \(length) bytes; at most \(Limits.bodyBytes) are taken")
        }
        return try await next(request, context)
    }
}

extension HTTPField.Name {
    /// Referrer Policy §4.1; swift-http-types has no name for it.
    static let referrerPolicy = HTTPField.Name(validated: "Referrer-Policy")

    private init(validated name: String) {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is not a field name") }
        self = field
    }
}
