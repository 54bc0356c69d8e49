import Logging
import NIOCore
import NIOHTTP1
import TimeZoneCatalog

/// The feeds and pages that are ready, as answers.
struct ReadyAnswers: Sendable {
    let feeds: RenderingCache<Feed>
    let pages: RenderingCache<PublicPage>
    let zones: TimeZoneCatalog
    let cookie: SessionCookie
    let rateLimit: RateLimit
    let metrics: ServerMetrics
    let logger: Logger
    let date = DateField()

    /// All of an answer.
    struct Answer {
        var head: HTTPResponseHead
        /// Nil where there is none: to HEAD, and where the client has it already.
        var body: ByteBuffer?
    }

    /// What is ready for a request.
    private struct Ready {
        let rendering: Rendering
        let route: String
        let kind: ServerMetrics.Kind
    }

    /// The answer to a request, if it is ready.
    ///
    /// Whoever asks too often is not answered here, but told so where all errors are worded.
    func answer(to request: ArrivedRequest, through channel: any Channel) -> Answer? {
        let now = ContinuousClock.now
        guard let ready = ready(for: request, now: now),
            rateLimit.pause(for: request, through: channel, route: ready.route, now: now) == nil
        else { return nil }
        var answer = ready.rendering.answer(to: request)
        answer.head.headers.add(name: "Date", value: date.value)
        let status = answer.head.status
        metrics.countReady(
            ready.kind, status == .notModified ? .notModified : .hit, route: ready.route, status: Int(status.code))
        logger.debug("request", metadata: ["route": "\(ready.route)", "status": "\(status.code)"])
        return answer
    }

    private func ready(for request: ArrivedRequest, now: ContinuousClock.Instant) -> Ready? {
        if let feed = Feed(path: request.path) {
            return feeds.ready(feed, now: now).map { Ready(rendering: $0, route: feed.route, kind: .feed) }
        }
        guard !request.mayBeSignedIn(by: cookie), let page = PublicPage(at: request, in: zones) else { return nil }
        return pages.ready(page, now: now).map { Ready(rendering: $0, route: page.route, kind: .page) }
    }
}
