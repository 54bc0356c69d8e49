/// Tells an observer how far the planner has come, and knows whether the observer wants it to stop.
final class Journal {
    private let observe: (Planner.Progress) -> Bool
    private var progress: Planner.Progress
    private(set) var isStopped = false

    /// `observe` answers whether to go on.
    init(_ levels: LevelValues, observe: @escaping (Planner.Progress) -> Bool) {
        progress = Planner.Progress(levels: levels, bounds: LevelValues(), level: nil)
        self.observe = observe
    }

    func note(settling level: Level, levels: LevelValues, bounds: LevelValues) {
        progress = Planner.Progress(levels: levels, bounds: bounds, level: level)
    }

    /// Lets the observer see, and decide whether to go on; to be called often.
    func pause(levels: LevelValues? = nil) {
        if let levels { progress.levels = levels }
        if !isStopped { isStopped = !observe(progress) }
    }
}
