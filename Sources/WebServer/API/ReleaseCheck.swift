import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI

/// Each answer of the API says which release it is of, and a client that is too old to understand it is told so instead.
///
/// Nothing is done for it then. Whoever says no release is none of our clients, and goes by the description.
struct ReleaseCheck: RouterMiddleware {
    typealias Context = MeridianRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path.hasPrefix("/api/") else { return try await next(request, context) }
        let client = request.headers[.meridianRelease].flatMap { Release($0) }
        var response =
            if let words = client.flatMap({ Release.current.refusal(ofClient: $0) }) {
                try ProblemResponses.answer(Refusal(.notAllowed, words), to: request, context)
            } else {
                try await next(request, context)
            }
        response.headers[.meridianRelease] = Release.current.description
        return response
    }
}

extension HTTPField.Name {
    /// Which release client and server are.
    static let meridianRelease = HTTPField.Name(validated: Release.headerField)
}
