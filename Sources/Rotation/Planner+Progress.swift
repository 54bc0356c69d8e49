extension Planner {
    /// How far a planner at work has come.
    public struct Progress: Hashable, Sendable {
        /// What the best plan so far achieves.
        public internal(set) var levels: LevelValues
        /// What is proved so far of each level, the levels before it being as they are.
        public internal(set) var bounds: LevelValues
        /// The level that is being settled; nil while a plan to begin with is sought.
        public internal(set) var level: Level?
    }
}
