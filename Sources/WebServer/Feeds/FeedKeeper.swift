import Logging

/// Keeps the cache small while the server runs.
struct FeedKeeper: RoundKeeper {
    let feedCache: FeedCache
    let logger: Logger

    static let pause = Duration.seconds(10 * 60)

    func round() async -> Bool {
        feedCache.tidy()
        return true
    }
}
