/// Tells an observer how far the planner has come, and knows whether to stop: since the observer wants it to, or since
/// all work that was allowed has been done.
final class Journal {
    private let observe: (Planner.Progress) -> Bool
    private var progress: Planner.Progress
    /// How much work may still be done, see `Effort.limit`.
    private(set) var workLeft: Int
    private(set) var isStopped = false

    /// `observe` answers whether to go on.
    init(_ levels: LevelValues, limit: Int, observe: @escaping (Planner.Progress) -> Bool) {
        workLeft = limit
        progress = Planner.Progress(levels: levels, bounds: LevelValues(), level: nil)
        self.observe = observe
    }

    /// Takes note of work that was done.
    func spend(_ work: Int) {
        workLeft -= min(work, workLeft)
        if workLeft == 0 { isStopped = true }
    }

    func note(settling level: Level, levels: LevelValues, bounds: LevelValues) {
        progress = Planner.Progress(levels: levels, bounds: bounds, level: level)
    }

    /// Takes note of a step and lets the observer decide whether to go on.
    func step(_ work: Int) {
        spend(work)
        pause()
    }

    /// Lets the observer see, and decide whether to go on; to be called often.
    func pause(levels: LevelValues? = nil) {
        if let levels { progress.levels = levels }
        if !isStopped { isStopped = !observe(progress) }
    }
}
