import HTTPTypes
import Hummingbird
import Logging
import Mentoring

/// One line a request, and its count: method, the route's pattern (never the path, which may hold a token), status and time.
struct RequestLog: RouterMiddleware {
    typealias Context = MeridianRequestContext

    let metrics: ServerMetrics

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let begin = clock.now
        let response = try await next(request, context)
        let time = (clock.now - begin).components
        metrics.countRequest(route: context.endpointPath, status: response.status.code)
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
        Self.add(to: &response.headers)
        return request.method == .head ? response.createHeadResponse() : response
    }

    static func add(to headers: inout HTTPFields) {
        headers[.xContentTypeOptions] = "nosniff"
        // Its forms say from which site they are sent, which a page without a referrer could not (the Fetch standard has it say
        // `null`); and no request says at which address it is, which may hold a secret.
        headers[.referrerPolicy] = "strict-origin"
        headers[.contentSecurityPolicy] = headers[.contentSecurityPolicy] ?? policy
    }

    /// Nothing inline, no frame, nothing from elsewhere.
    private static let policy = [
        "default-src 'none'", "style-src 'self'", "img-src 'self'", "script-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
}

/// Refuses what nobody here could answer before a byte of a body is read: a method that HTTP does not have for us, a body that
/// is announced as too long, or one in a coding.
struct RequestLimits: RouterMiddleware {
    typealias Context = MeridianRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let most = ServerLimits.bytes(at: context.endpointPath)
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most {
            throw HTTPError(
                .contentTooLarge, headers: [.connection: "close"],
                message: "the request has \(length) bytes; at most \(most) are taken\(ServerLimits.file(among: most))")
        }
        if let coding = request.headers[.contentEncoding], coding.lowercased() != "identity" {
            throw HTTPError(
                .unsupportedMediaType, headers: [.acceptEncoding: "identity"],
                message: "a request's body is taken as it is, without a Content-Encoding")
        }
        guard Self.methods.contains(request.method) else {
            throw HTTPError(
                .methodNotAllowed, headers: [.allow: "GET, HEAD"],
                message: "\(OneLine.shown(request.method.rawValue)) does nothing here")
        }
        return try await next(request, context)
    }

    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
}

extension HTTPField.Name {
    /// Referrer Policy §4.1; swift-http-types has no name for it.
    static let referrerPolicy = HTTPField.Name(validated: "Referrer-Policy")

    /// A proxy's word for the caller; it has no standard of its own, RFC 7239 being what it should be.
    static let forwardedFor = HTTPField.Name(validated: "X-Forwarded-For")

    init(validated name: String) {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is not a field name") }
        self = field
    }
}
