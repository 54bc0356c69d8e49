import HTTPTypes
import Hummingbird
import Logging
import Mentoring
import MentoringAPI

/// An error as the API tells it (RFC 9457).
struct Problem: Encodable {
    /// `about:blank`: the status and `error` say what kind it is.
    let type = "about:blank"
    let title: String
    let status: Int
    let detail: String
    /// What scripts may rely on: the word of a `Failure.Kind`.
    let error: String

    /// The status as HTTP has it.
    var httpStatus: HTTPResponse.Status { .init(code: status, reasonPhrase: title) }

    /// Every value that `error` can have.
    ///
    /// Who acts is known here, nothing is asked elsewhere in answer to a request, and output is a terminal's.
    static let kinds = Failure.Kind.allCases.filter { ![.usage, .unreachable, .output].contains($0) }

    /// An error as it is told over HTTP, where it is one of HTTP's own or any other.
    init(_ error: any Error) {
        guard let own = error as? any HTTPResponseError else {
            let failure = Failure(error)
            self.init(HTTPResponse.Status(failure.kind), failure.kind, failure.wordsElsewhere)
            return
        }
        let words = (own as? HTTPError)?.body
        if own.status == .notFound {
            self.init(.notFound, .notFound, Failure.noAddress)
        } else {
            self.init(own.status, Self.kind(of: own.status), words ?? own.status.reasonPhrase)
        }
    }

    private init(_ status: HTTPResponse.Status, _ kind: Failure.Kind, _ detail: String) {
        title = status.reasonPhrase
        self.status = status.code
        self.detail = detail
        error = kind.rawValue
    }

    /// What kind of failure a status of HTTP's own is.
    private static func kind(of status: HTTPResponse.Status) -> Failure.Kind {
        switch status {
        case .unauthorized, .forbidden: .notAllowed
        case .tooManyRequests, .serviceUnavailable: .busy
        default: status.kind == .clientError ? .badInput : .unforeseen
        }
    }
}

/// Turns errors into answers: problem documents under `/api/`, elsewhere pages for browsers and calm plain text for all others.
struct ProblemResponses: RouterMiddleware {
    typealias Context = MeridianRequestContext

    let pages: PageRoutes

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            var response = try Self.answer(error, to: request, context)
            guard request.asksForHTML, !Self.isForProgram(request) else { return response }
            let page = await pages.errorPage(Problem(error), to: request)
            response.headers[.contentType] = "text/html; charset=utf-8"
            response.body = ResponseBody(byteBuffer: ByteBuffer(string: page))
            return response
        }
    }

    private static func isForProgram(_ request: Request) -> Bool { request.uri.path.hasPrefix("/api/") }

    /// What somebody is told of an error who has asked for something else.
    static func answer(_ error: any Error, to request: Request, _ context: Context) throws -> Response {
        let problem = Problem(error)
        if problem.status >= 500 {
            // Of other errors only the kind is logged: their words may hold what somebody sent.
            let failure = Failure(error)
            let words = failure.kind == .storage ? failure.words : "\(type(of: error))"
            context.logger.error("failed", metadata: ["error": "\(words)"])
        }
        var response = try response(problem, isForProgram: isForProgram(request))
        response.headers.append(contentsOf: (error as? HTTPError)?.headers ?? [:])
        return response
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
