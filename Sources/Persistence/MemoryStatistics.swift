import CSQLite

/// SQLite's count of its memory, which nobody here reads and for which all connections of a process share one lock.
enum MemoryStatistics {
    /// Whether they are off: from before the first connection of the process on, or not at all.
    static let areOff = sqlite_config_memory_status(0) == 0
}
