import ServiceLifecycle

/// Keeps the shelf small while the server runs.
struct FeedKeeper: Service {
    let shelf: FeedCache

    private static let pause = Duration.seconds(10 * 60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: Self.pause)) != nil { shelf.tidy() }
        }
    }
}
