import Hummingbird
import NIOCore
import Synchronization

/// How often one caller may ask: a burst, and then so many a second (a token bucket for each).
///
/// Feeds are asked for by services on behalf of thousands, so there is much more of them.
final class RateLimit: Sendable {
    private let limits: ServerLimits
    private let proxy: NamelessProxy
    private let buckets = Mutex<[Account: Bucket]>([:])

    /// More accounts than this are not kept: those that owe nothing are forgotten, and if need be all.
    private static let mostAccounts = 50_000

    private struct Account: Hashable {
        let caller: Peer
        let isForFeeds: Bool
    }

    private struct Bucket {
        var tokens: Double
        var filled: ContinuousClock.Instant
    }

    /// - Parameters:
    ///   - limits: how much there is for each.
    ///   - proxy: is shown the requests that nobody is held to.
    init(_ limits: ServerLimits, proxy: NamelessProxy) {
        self.limits = limits
        self.proxy = proxy
    }

    /// Takes a token.
    ///
    /// What it costs goes by the route that takes the request, never by how its path looks.
    /// - Returns: how long there is none, if there is none; nil when the request may go on.
    func pause(
        for request: some Inquiry, through channel: any Channel, route: String?, now: ContinuousClock.Instant = .now
    ) -> Duration? {
        guard let caller = Peer(of: request, through: channel) else {
            proxy.look(at: request)
            return nil
        }
        let isForFeeds =
            (request.method == .get || request.method == .head) && route.map(Feed.routes.contains) ?? false
        return pause(for: Account(caller: caller, isForFeeds: isForFeeds), now: now)
    }

    private func pause(for account: Account, now: ContinuousClock.Instant) -> Duration? {
        let allowance = account.isForFeeds ? limits.feeds : limits.others
        return buckets.withLock { buckets in
            if buckets.count >= Self.mostAccounts { makeRoom(in: &buckets, now: now) }
            var bucket = buckets[account] ?? Bucket(tokens: allowance.burst, filled: now)
            bucket.tokens = min(
                allowance.burst, bucket.tokens + allowance.perSecond * ((now - bucket.filled) / .seconds(1)))
            bucket.filled = now
            defer { buckets[account] = bucket }
            guard bucket.tokens >= 1 else { return .seconds((1 - bucket.tokens) / allowance.perSecond) }
            bucket.tokens -= 1
            return nil
        }
    }

    private func makeRoom(in buckets: inout [Account: Bucket], now: ContinuousClock.Instant) {
        buckets = buckets.filter { account, bucket in
            let allowance = account.isForFeeds ? limits.feeds : limits.others
            return bucket.tokens + allowance.perSecond * ((now - bucket.filled) / .seconds(1)) < allowance.burst
        }
        if buckets.count >= Self.mostAccounts { buckets = [:] }
    }
}

/// Turns away whoever asks too often (RFC 6585 §4).
struct RateLimited: RouterMiddleware {
    typealias Context = MeridianRequestContext

    let limit: RateLimit

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let pause = limit.pause(for: request, through: context.channel, route: context.endpointPath) {
            let seconds = max(1, Int((pause / .seconds(1)).rounded(.up)))
            throw HTTPError(
                .tooManyRequests, headers: [.retryAfter: String(seconds)],
                message: "too many requests from this address; try again in \(seconds) s")
        }
        return try await next(request, context)
    }
}
