import Hummingbird
import Logging

/// Answers feeds that are ready without asking the router, and leaves everything else to it.
struct FrontDoor<Router: HTTPResponder>: HTTPResponder where Router.Context == MeridianRequestContext {
    let feedCache: FeedCache
    let rateLimit: RateLimit
    let metrics: ServerMetrics
    let router: Router

    func respond(to request: Request, context: MeridianRequestContext) async throws -> Response {
        let now = ContinuousClock.now
        guard request.method == .get || request.method == .head, request.headers[.contentLength] == nil,
            let feed = Feed(path: request.uri.path).flatMap({ feedCache.ready($0, now: now) })
        else { return try await router.respond(to: request, context: context) }
        // Whoever asks too often is told so where all errors are worded.
        guard rateLimit.pause(for: request, context, route: feed.route, now: now) == nil else {
            return try await router.respond(to: request, context: context)
        }
        let response = feed.response(to: request)
        metrics.countFeed(
            response.status == .notModified ? .notModified : .hit, route: feed.route, status: response.status.code)
        context.logger.debug("request", metadata: ["route": "\(feed.route)", "status": "\(response.status.code)"])
        return response
    }
}
