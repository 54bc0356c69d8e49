import Logging

/// Keeps the caches small while the server runs.
struct CacheKeeper: RoundKeeper {
    let feeds: RenderingCache<Feed>
    let pages: RenderingCache<PublicPage>
    let logger: Logger

    static let pause = Duration.seconds(10 * 60)

    func round() async -> Bool {
        feeds.tidy()
        pages.tidy()
        return true
    }
}
