/// How long before a session somebody is reminded of it.
public enum Reminder: String, Sendable, Codable, CaseIterable { case day, hour }
