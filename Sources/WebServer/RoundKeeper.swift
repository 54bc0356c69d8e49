import Logging
import ServiceLifecycle

/// Something that the server does by rounds while it runs, the first at its start.
///
/// A round never fails: what it could not do it logs and leaves to the next, or to the server's next start.
protocol RoundKeeper: Service {
    /// How long it rests between two rounds.
    static var pause: Duration { get }
    /// Gets a line for what could not be done.
    var logger: Logger { get }
    /// Does what is to be done now.
    /// - Returns: whether it was done; what was not is tried again sooner.
    func round() async -> Bool
}

extension RoundKeeper {
    /// How long it rests after a round that could not be done.
    static var pauseAfterFailure: Duration { min(pause, .seconds(15 * 60)) }

    /// Makes rounds until a graceful shutdown, which ends the round at hand.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let isDone = await round()
                try? await Task.sleep(for: isDone ? Self.pause : Self.pauseAfterFailure)
            }
        }
    }

    /// Does one thing; when it fails the log says so, and the others are done all the same.
    /// - Returns: whether it was done.
    @discardableResult
    func attempt(_ complaint: String, _ body: () async throws -> Void) async -> Bool {
        do {
            try await body()
            return true
        } catch is CancellationError {
            // The server stops; the next start does what this round left.
            return true
        } catch {
            logger.error("\(complaint)", metadata: ["error": "\(error)"])
            return false
        }
    }
}
