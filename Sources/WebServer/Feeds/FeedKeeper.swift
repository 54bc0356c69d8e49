import ServiceLifecycle

/// Keeps the cache small while the server runs.
struct FeedKeeper: Service {
    let feedCache: FeedCache

    private static let pause = Duration.seconds(10 * 60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: Self.pause)) != nil { feedCache.tidy() }
        }
    }
}
