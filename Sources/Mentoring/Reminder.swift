/// How long before a session somebody is reminded of it.
public enum Reminder: String, Sendable, Codable, CaseIterable { case day, hour }

/// Whether somebody wants to be reminded of sessions.
public enum Reminders: String, Sendable, Codable, CaseIterable {
    case on, off

    /// Whether they are on.
    public init(areOn: Bool) { self = areOn ? .on : .off }
}
