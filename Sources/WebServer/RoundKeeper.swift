import ServiceLifecycle

/// Something that the server does by rounds while it runs, the first at its start.
///
/// A round never fails: what it could not do it logs and leaves to the next, or to the server's next start.
protocol RoundKeeper: Service {
    /// How long it rests between two rounds.
    static var pause: Duration { get }
    /// Does what is to be done now.
    func round() async
}

extension RoundKeeper {
    /// Makes rounds until a graceful shutdown, which ends the round at hand.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await round()
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
