import Hummingbird
import Logging
import TimeZoneCatalog

/// Answers feeds and pages that are ready without asking the router, and leaves everything else to it.
struct FrontDoor<Router: HTTPResponder>: HTTPResponder where Router.Context == MeridianRequestContext {
    let feeds: RenderingCache<Feed>
    let pages: RenderingCache<PublicPage>
    let zones: TimeZoneCatalog
    let cookie: SessionCookie
    let rateLimit: RateLimit
    let metrics: ServerMetrics
    let router: Router

    /// What is ready for a request.
    private struct Ready {
        let rendering: Rendering
        let route: String
        let kind: ServerMetrics.Kind
    }

    func respond(to request: Request, context: MeridianRequestContext) async throws -> Response {
        let now = ContinuousClock.now
        guard request.method == .get || request.method == .head, request.headers[.contentLength] == nil,
            let ready = ready(for: request, now: now)
        else { return try await router.respond(to: request, context: context) }
        // Whoever asks too often is told so where all errors are worded.
        guard rateLimit.pause(for: request, context, route: ready.route, now: now) == nil else {
            return try await router.respond(to: request, context: context)
        }
        let response = ready.rendering.response(to: request)
        metrics.countReady(
            ready.kind, response.status == .notModified ? .notModified : .hit, route: ready.route,
            status: response.status.code)
        context.logger.debug("request", metadata: ["route": "\(ready.route)", "status": "\(response.status.code)"])
        return response
    }

    private func ready(for request: Request, now: ContinuousClock.Instant) -> Ready? {
        if let feed = Feed(path: request.uri.path) {
            return feeds.ready(feed, now: now).map { Ready(rendering: $0, route: feed.route, kind: .feed) }
        }
        guard !request.mayBeSignedIn(by: cookie), let page = PublicPage(at: request, in: zones) else { return nil }
        return pages.ready(page, now: now).map { Ready(rendering: $0, route: page.route, kind: .page) }
    }
}
