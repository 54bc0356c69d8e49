import HTTPTypes
import Hummingbird

/// Sees to it that each thing has one path: a proxy's rule about `/metrics` is one about all that is metrics.
///
/// A path with a slash too many is sent to the one without, and is none where something is to be done.
struct CanonicalPaths: RouterMiddleware {
    typealias Context = MeridianRequestContext

    /// What precedes every path of ours, as the world sees them.
    let root: String

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        let canonical = "/" + path.split(separator: "/").joined(separator: "/")
        guard path.first == "/", path != canonical, !path.hasPrefix("/api/") else {
            return try await next(request, context)
        }
        guard request.method == .get || request.method == .head else { throw HTTPError(.notFound) }
        let query = request.uri.query.map { "?\($0)" } ?? ""
        return Response(
            status: .permanentRedirect, headers: [.location: root + canonical + query, .cacheControl: "no-store"])
    }
}
