import Synchronization

/// What the server has done since its start, counted.
final class ServerMetrics: Sendable {
    /// What is kept ready.
    enum Kind: String, CaseIterable {
        /// Calendars.
        case feed
        /// What everybody may see of pages and pictures.
        case page
    }

    /// How something was answered that is kept ready.
    enum CacheResult: String, CaseIterable {
        /// From memory.
        case hit
        /// By 304.
        case notModified = "not_modified"
    }

    /// Requests of one kind.
    struct RequestKind: Hashable, Comparable {
        /// The route's pattern.
        let route: String
        let status: Int

        static func < (one: Self, other: Self) -> Bool { (one.route, one.status) < (other.route, other.status) }
    }

    /// What was counted up to a moment.
    struct Counts {
        var requests: [RequestKind: Int] = [:]
        var ready: [Kind: [CacheResult: Int]] = [:]
        var renderings: [Kind: Durations] = [:]
    }

    private let state = Mutex(Counts())

    /// Counts a request; one that no route takes is counted under `none`, whatever it asked for.
    func countRequest(route: String?, status: Int) {
        state.withLock { $0.requests[RequestKind(route: route ?? "none", status: status), default: 0] += 1 }
    }

    /// Counts what was answered without being written.
    func countReady(_ kind: Kind, _ result: CacheResult, route: String, status: Int) {
        state.withLock { counts in
            counts.requests[RequestKind(route: route, status: status), default: 0] += 1
            counts.ready[kind, default: [:]][result, default: 0] += 1
        }
    }

    /// Counts what was written.
    func countRendering(_ kind: Kind, lasting time: Duration) {
        state.withLock { $0.renderings[kind, default: Durations()].add(time) }
    }

    /// What was counted up to now.
    var counts: Counts { state.withLock(\.self) }
}

/// How long something took, each time.
struct Durations {
    /// Upper bounds in seconds.
    static let bounds = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5]
    /// How many took at most as long as each bound.
    private(set) var within = bounds.map { _ in 0 }
    private(set) var count = 0
    private(set) var seconds = 0.0

    mutating func add(_ time: Duration) {
        let time = time / .seconds(1)
        count += 1
        seconds += time
        for (index, bound) in Self.bounds.enumerated() where time <= bound { within[index] += 1 }
    }
}
