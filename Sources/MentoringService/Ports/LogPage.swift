public import CivilTime
public import Mentoring

/// Which entries of the log are looked for.
public struct LogPage: Hashable, Sendable {
    /// Those of a program; nil means all.
    public var program: Program.Name?
    /// Those of one who did something.
    public var actor: EmailAddress?
    /// Whether `actor` counts only where they were somebody in the program.
    public var onlyMembers = false
    /// Those from a moment on.
    public var since: Instant?
    /// Those before an entry.
    public var before: Identifier<LogEntry>?
    /// How many at most.
    public var most: Int
}
