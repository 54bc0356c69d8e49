import CivilTime
import Logging
import Mentoring
import MentoringAPI
import MentoringService
import Synchronization

/// The feeds that were asked for lately, ready to be handed out without a look at the database.
///
/// After a change of the database a feed is written anew when it is next asked for, once, however many ask for it then. While
/// the database cannot be read, what everybody may see goes on being handed out.
final class FeedCache: Sendable {
    private let service: TrainingService
    private let printer: FeedPrinter
    private let metrics: ServerMetrics
    private let logger: Logger
    private let capacity: Int
    private let state = Mutex(State())

    /// The longest that a feed is kept which nobody asks for.
    private static let patience = Duration.seconds(24 * 60 * 60)
    /// How long a database that could not be read is left alone.
    private static let pauseAfterFailure = Duration.seconds(2)

    private struct State {
        var slots: [Feed: Slot] = [:]
        var bytes = 0
        var renderings: [Feed: Rendering] = [:]
        /// Until when everything here is good, because the database cannot be read.
        var heldUntil: ContinuousClock.Instant?
    }

    private struct Slot {
        var feed: RenderedFeed
        /// What it shows; nil when that could not be told, so that it is good for one answer only.
        var edition: Edition?
        var goodUntil: ContinuousClock.Instant?
        var asked: ContinuousClock.Instant
    }

    private struct Rendering {
        let edition: Edition?
        let task: Task<RenderedFeed, any Error>
    }

    /// - Parameters:
    ///   - service: whose database they show.
    ///   - printer: writes the feeds.
    ///   - metrics: counts what is written.
    ///   - logger: gets a line when the database cannot be read.
    ///   - capacity: how many bytes are kept at most, about.
    init(
        service: TrainingService, printer: FeedPrinter, metrics: ServerMetrics, logger: Logger, capacity: Int = 64 << 20
    ) {
        self.service = service
        self.printer = printer
        self.metrics = metrics
        self.logger = logger
        self.capacity = capacity
    }

    /// A feed, if it is here and good.
    func ready(_ feed: Feed, now: ContinuousClock.Instant) -> RenderedFeed? {
        let edition = service.edition
        return state.withLock { Self.ready(feed, of: edition, now: now, in: &$0) }
    }

    /// The feed as it is, written if need be.
    /// - Throws: `Refusal` not-found for one that does not exist, or not any more; `StorageFailure` when the database cannot be
    ///   read and it is not here.
    func feed(_ feed: Feed) async throws -> RenderedFeed {
        let edition = service.edition
        let task: Task<RenderedFeed, any Error> = state.withLock { state in
            if let ready = Self.ready(feed, of: edition, now: .now, in: &state) { return Task { ready } }
            if let edition, let rendering = state.renderings[feed], rendering.edition == edition {
                return rendering.task
            }
            let task = Task { try await render(feed, asked: edition) }
            state.renderings[feed] = Rendering(edition: edition, task: task)
            return task
        }
        return try await task.value
    }

    /// Drops what nobody has asked for in a long time.
    func tidy() {
        state.withLock { state in
            let oldest = ContinuousClock.now - Self.patience
            for (feed, slot) in state.slots where slot.asked < oldest { Self.remove(feed, from: &state) }
        }
    }

    /// How many feeds are here, and their bytes.
    var size: (feeds: Int, bytes: Int) { state.withLock { ($0.slots.count, $0.bytes) } }

    private static func ready(
        _ feed: Feed, of edition: Edition?, now: ContinuousClock.Instant, in state: inout State
    ) -> RenderedFeed? {
        guard let index = state.slots.index(forKey: feed) else { return nil }
        let slot = state.slots.values[index]
        let isGood = edition != nil && slot.edition == edition && slot.goodUntil.map { now < $0 } ?? true
        guard isGood || feed.mayOutliveTheDatabase && state.heldUntil.map({ now < $0 }) ?? false else { return nil }
        state.slots.values[index].asked = now
        return slot.feed
    }

    private func render(_ feed: Feed, asked: Edition?) async throws -> RenderedFeed {
        let begin = ContinuousClock.now
        do {
            // Taken beforehand: what is read afterwards is never older.
            let edition = try await service.settledEdition()
            let print = try await printer.print(feed)
            let rendered = state.withLock { state in
                let rendered = RenderedFeed(print, of: feed, after: state.slots[feed]?.feed)
                Self.end(feed, asked, in: &state)
                Self.remove(feed, from: &state)
                state.slots[feed] = Slot(
                    feed: rendered, edition: edition,
                    goodUntil: print.goodUntil.map { begin + .seconds($0.seconds(since: print.asOf)) }, asked: begin)
                state.bytes += rendered.size
                makeRoom(in: &state)
                return rendered
            }
            metrics.countRendering(lasting: ContinuousClock.now - begin)
            return rendered
        } catch let failure as StorageFailure {
            let known = state.withLock { state in
                Self.end(feed, asked, in: &state)
                guard feed.mayOutliveTheDatabase, let slot = state.slots[feed] else { return nil as RenderedFeed? }
                state.heldUntil = .now + Self.pauseAfterFailure
                return slot.feed
            }
            guard let known else { throw failure }
            logger.error(
                "the database cannot be read; feeds are served as they were", metadata: ["error": "\(failure)"])
            return known
        } catch {
            state.withLock { state in
                Self.end(feed, asked, in: &state)
                Self.remove(feed, from: &state)
            }
            throw error
        }
    }

    private static func end(_ feed: Feed, _ edition: Edition?, in state: inout State) {
        if state.renderings[feed]?.edition == edition { state.renderings[feed] = nil }
    }

    private static func remove(_ feed: Feed, from state: inout State) {
        if let slot = state.slots.removeValue(forKey: feed) { state.bytes -= slot.feed.size }
    }

    /// Drops those that nobody has asked for the longest, a tenth more than need be, so that it is seldom done.
    private func makeRoom(in state: inout State) {
        guard state.bytes > capacity else { return }
        for feed in state.slots.sorted(by: { $0.value.asked < $1.value.asked }).map(\.key) {
            guard state.bytes > capacity / 10 * 9, state.slots.count > 1 else { return }
            Self.remove(feed, from: &state)
        }
    }
}
