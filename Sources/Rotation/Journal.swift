/// Tells an observer how far the planner has come, and knows whether to stop: since the observer wants it to, or since
/// all work that was allowed has been done.
final class Journal {
    private let observe: (Planner.Progress) -> Bool
    private var progress: Planner.Progress
    /// How much work may still be done, see `Effort.limit`.
    private(set) var workLeft: Int
    private var isUnwanted = false

    /// Whether to come to an end.
    var isStopped: Bool { isUnwanted || workLeft == 0 }

    /// `observe` answers whether to go on.
    init(_ levels: LevelValues, limit: Int, observe: @escaping (Planner.Progress) -> Bool) {
        workLeft = limit
        progress = Planner.Progress(levels: levels, bounds: LevelValues(), level: nil)
        self.observe = observe
    }

    /// Takes note of work that was done.
    func spend(_ work: Int) {
        workLeft -= min(work, workLeft)
    }

    func note(settling level: Level, levels: LevelValues, bounds: LevelValues) {
        progress = Planner.Progress(levels: levels, bounds: bounds, level: level)
    }

    /// Lets something do one of so many equal parts of the work that is left.
    func allot<Result>(oneOf parts: Int, _ work: () throws -> Result) rethrows -> Result {
        let reserve = workLeft - workLeft / max(1, parts)
        workLeft -= reserve
        defer { workLeft += reserve }
        return try work()
    }

    /// Takes note of a step and lets the observer decide whether to go on.
    func step(_ work: Int) {
        spend(work)
        pause()
    }

    /// Lets the observer see, and decide whether to go on; to be called often.
    func pause(levels: LevelValues? = nil) {
        if let levels { progress.levels = levels }
        if !isUnwanted { isUnwanted = !observe(progress) }
    }
}
