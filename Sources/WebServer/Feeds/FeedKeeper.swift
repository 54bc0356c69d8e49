import Logging
import Mentoring
import ServiceLifecycle
import Synchronization
import TimeZoneCatalog

/// Tells the shelf of every change of the books, and of newer tz data, while the server runs, and keeps it small.
struct FeedKeeper: Service {
    let office: TrainingOffice
    let shelf: FeedShelf
    let logger: Logger

    private static let pauseAfterFailure = Duration.milliseconds(250)
    private static let pauseBetweenTidyings = Duration.seconds(10 * 60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            async let watching: Void = watch()
            var release = office.zones.release
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.pauseBetweenTidyings)
                shelf.tidy()
                guard office.zones.release != release else { continue }
                release = office.zones.release
                shelf.noteChange()
            }
            await watching
        }
    }

    /// A failure is logged once; whatever it hid is made up for by taking everything for changed when it is over.
    private func watch() async {
        let isFailing = Atomic(false)
        while !Task.isCancelled {
            do {
                try await office.watch { [shelf] in
                    isFailing.store(false, ordering: .relaxed)
                    shelf.noteChange()
                }
            } catch is CancellationError {
                return
            } catch {
                if !isFailing.exchange(true, ordering: .relaxed) {
                    logger.error("changes of the database cannot be seen", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: Self.pauseAfterFailure)
            }
        }
    }
}
