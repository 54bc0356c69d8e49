import CivilTime
import Logging
import Mentoring
import MentoringAPI
import MentoringService
import Synchronization

/// What was asked for lately and is written from the database, feeds or pages, ready to be handed out without a look at it.
///
/// After a change of the database something is written anew when it is next asked for, once, however many ask for it then. While
/// the database cannot be read, what everybody may see goes on being handed out.
final class RenderingCache<Key: Printable>: Sendable {
    private let service: TrainingService
    private let kind: ServerMetrics.Kind
    private let metrics: ServerMetrics
    private let logger: Logger
    private let capacity: Int
    private let print: @Sendable (Key) async throws -> Print
    private let state = Mutex(State())

    private struct State {
        var slots: [Key: Slot] = [:]
        var bytes = 0
        var renderings: [Key: Underway] = [:]
        /// Until when everything here is good, because the database cannot be read.
        var heldUntil: ContinuousClock.Instant?
    }

    private struct Slot {
        var rendering: Rendering
        /// What it shows; nil when that could not be told, so that it is good for one answer only.
        var edition: Edition?
        var goodUntil: ContinuousClock.Instant?
        var asked: ContinuousClock.Instant
    }

    private struct Underway {
        let edition: Edition?
        let task: Task<Rendering, any Error>
    }

    /// - Parameters:
    ///   - service: whose database they show.
    ///   - kind: as what they are counted.
    ///   - metrics: counts what is written.
    ///   - logger: gets a line when the database cannot be read.
    ///   - capacity: how many bytes are kept at most, about.
    ///   - print: writes them; throws `Refusal` not-found for what does not exist, or not any more, and `StorageFailure`.
    init(
        service: TrainingService, kind: ServerMetrics.Kind, metrics: ServerMetrics, logger: Logger,
        capacity: Int = 64 << 20, print: @escaping @Sendable (Key) async throws -> Print
    ) {
        self.service = service
        self.kind = kind
        self.metrics = metrics
        self.logger = logger
        self.capacity = capacity
        self.print = print
    }

    /// A rendering, if it is here and good.
    func ready(_ key: Key, now: ContinuousClock.Instant) -> Rendering? {
        let edition = service.edition
        return state.withLock { Self.ready(key, of: edition, now: now, in: &$0) }
    }

    /// The rendering as it is, written if need be.
    /// - Throws: what writing it throws; `StorageFailure` only when it is not here.
    func rendering(of key: Key) async throws -> Rendering {
        let edition = service.edition
        let task: Task<Rendering, any Error> = state.withLock { state in
            if let ready = Self.ready(key, of: edition, now: .now, in: &state) { return Task { ready } }
            if let edition, let underway = state.renderings[key], underway.edition == edition { return underway.task }
            let task = Task { try await render(key, asked: edition) }
            state.renderings[key] = Underway(edition: edition, task: task)
            return task
        }
        return try await task.value
    }

    /// Drops what nobody has asked for in a long time.
    func tidy() {
        state.withLock { state in
            let oldest = ContinuousClock.now - CachePatience.ofUnasked
            for (key, slot) in state.slots where slot.asked < oldest { Self.remove(key, from: &state) }
        }
    }

    /// How many are here, and their bytes.
    var size: (count: Int, bytes: Int) { state.withLock { ($0.slots.count, $0.bytes) } }

    private static func ready(
        _ key: Key, of edition: Edition?, now: ContinuousClock.Instant, in state: inout State
    ) -> Rendering? {
        guard let index = state.slots.index(forKey: key) else { return nil }
        let slot = state.slots.values[index]
        let isGood = edition != nil && slot.edition == edition && slot.goodUntil.map { now < $0 } ?? true
        guard isGood || key.mayOutliveTheDatabase && state.heldUntil.map({ now < $0 }) ?? false else { return nil }
        state.slots.values[index].asked = now
        return slot.rendering
    }

    private func render(_ key: Key, asked: Edition?) async throws -> Rendering {
        let begin = ContinuousClock.now
        do {
            // Taken beforehand: what is read afterwards is never older.
            let edition = try await service.settledEdition()
            let print = try await print(key)
            // Outside the lock: to compress a page takes longer than to hand out a hundred.
            let work = Rendering.Workpiece(print, earlier: state.withLock { $0.slots[key]?.rendering })
            let rendered = state.withLock { state in
                let rendered = Rendering(work, after: state.slots[key]?.rendering)
                Self.end(key, asked, in: &state)
                Self.remove(key, from: &state)
                guard print.isKept else { return rendered }
                state.slots[key] = Slot(
                    rendering: rendered, edition: edition,
                    goodUntil: print.goodUntil.map { begin + .seconds($0.seconds(since: print.asOf)) }, asked: begin)
                state.bytes += rendered.size
                makeRoom(in: &state)
                return rendered
            }
            metrics.countRendering(kind, lasting: ContinuousClock.now - begin)
            return rendered
        } catch let failure as StorageFailure {
            let known = state.withLock { state in
                Self.end(key, asked, in: &state)
                guard key.mayOutliveTheDatabase, let slot = state.slots[key] else { return nil as Rendering? }
                state.heldUntil = .now + CachePatience.afterFailure
                return slot.rendering
            }
            guard let known else { throw failure }
            logger.error(
                "the database cannot be read; \(kind.rawValue)s are served as they were",
                metadata: ["error": "\(failure)"])
            return known
        } catch {
            state.withLock { state in
                Self.end(key, asked, in: &state)
                Self.remove(key, from: &state)
            }
            throw error
        }
    }

    private static func end(_ key: Key, _ edition: Edition?, in state: inout State) {
        if state.renderings[key]?.edition == edition { state.renderings[key] = nil }
    }

    private static func remove(_ key: Key, from state: inout State) {
        if let slot = state.slots.removeValue(forKey: key) { state.bytes -= slot.rendering.size }
    }

    /// Drops those that nobody has asked for the longest, a tenth more than need be, so that it is seldom done.
    private func makeRoom(in state: inout State) {
        guard state.bytes > capacity else { return }
        for key in state.slots.sorted(by: { $0.value.asked < $1.value.asked }).map(\.key) {
            guard state.bytes > capacity / 10 * 9, state.slots.count > 1 else { return }
            Self.remove(key, from: &state)
        }
    }
}

/// How long a cache waits for what.
enum CachePatience {
    /// The longest that something is kept which nobody asks for.
    static let ofUnasked = Duration.seconds(24 * 60 * 60)
    /// How long a database that could not be read is left alone.
    static let afterFailure = Duration.seconds(2)
}
