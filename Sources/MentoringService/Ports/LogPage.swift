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
    /// Those that were done to something: one of its codes, numbers or addresses, as the entry has it.
    public var about: String?
    /// Whether `about` is what an entry has first of all, as it has codes, so that it is found without reading all of them.
    public var standsFirst = false
    /// Whether what somebody did who was nobody in the program is left out where `about` is their own address.
    public var hidesStrangers = false
    /// Those from a moment on.
    public var since: Instant?
    /// Those before an entry.
    public var before: Identifier<LogEntry>?
    /// Those after an entry, of which the nearest are taken; the newest comes first all the same.
    public var after: Identifier<LogEntry>?
    /// How many at most.
    public var most: Int
}
