import HTTPTypes
import Hummingbird
import Logging
import Mentoring
import TimeZoneCatalog

/// An error as the API tells it (RFC 9457).
struct Problem: Encodable {
    /// `about:blank`: the status and `error` say what kind it is.
    let type = "about:blank"
    let title: String
    let status: Int
    let detail: String
    /// What scripts may rely on: a reason of `Refusal`, `bad-input`, or what went wrong here.
    let error: String

    /// The status as HTTP has it.
    var httpStatus: HTTPResponse.Status { .init(code: status, reasonPhrase: title) }

    /// Every value that `error` can have.
    static let kinds = Refusal.Reason.allCases.map(\.rawValue) + ["bad-input", "busy", "storage", "internal"]

    private init(_ status: HTTPResponse.Status, _ error: String, _ detail: String) {
        title = status.reasonPhrase
        self.status = status.code
        self.detail = detail
        self.error = error
    }

    /// The one place where errors meet HTTP.
    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal:
            self.init(Self.status(of: refusal.reason), refusal.reason.rawValue, refusal.description)
        case let input as BadInput:
            self.init(.badRequest, "bad-input", input.description)
        case let zone as TimeZoneCatalogError where zone.code == .unknownName || zone.code == .invalidName:
            self.init(.badRequest, "bad-input", zone.message)
        case let failure as any HTTPResponseError where failure.status == .notFound:
            self.init(.notFound, "not-found", "there is nothing at this address")
        case let failure as HTTPError where failure.status == .unauthorized:
            self.init(.unauthorized, Refusal.Reason.notAllowed.rawValue, failure.body ?? "this needs a token")
        case let failure as HTTPError where failure.status == .tooManyRequests || failure.status == .serviceUnavailable:
            self.init(failure.status, "busy", failure.body ?? failure.status.reasonPhrase)
        case let failure as any HTTPResponseError where failure.status.kind == .clientError:
            self.init(failure.status, "bad-input", (error as? HTTPError)?.body ?? failure.status.reasonPhrase)
        case is StorageFailure:
            self.init(.serviceUnavailable, "storage", "the database cannot be used at the moment; try again later")
        default:
            self.init(.internalServerError, "internal", "something went wrong here; the server's log says more")
        }
    }

    private static func status(of reason: Refusal.Reason) -> HTTPResponse.Status {
        switch reason {
        case .full, .frozen, .conflict: .conflict
        case .notFound: .notFound
        case .notAllowed: .forbidden
        }
    }
}

/// Turns errors into answers: problem documents under `/api/`, calm plain text elsewhere.
struct ProblemResponses: RouterMiddleware {
    typealias Context = MeridianRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Problem(error)
            if problem.status >= 500 {
                // Of other errors only the kind is logged: their words may hold what somebody sent.
                let words = (error as? StorageFailure)?.description ?? "\(type(of: error))"
                context.logger.error("failed", metadata: ["error": "\(words)"])
            }
            var response = try Self.response(problem, isForProgram: request.uri.path.hasPrefix("/api/"))
            response.headers.append(contentsOf: (error as? HTTPError)?.headers ?? [:])
            return response
        }
    }

    private static func response(_ problem: Problem, isForProgram: Bool) throws -> Response {
        let bytes = isForProgram ? try JSON.bytes(problem) : Array((problem.detail + "\n").utf8)
        return Response(
            status: problem.httpStatus,
            headers: [
                .contentType: isForProgram ? "application/problem+json" : "text/plain; charset=utf-8",
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
