public import CivilTime

/// A mail before a session that has been written, so that it is written once.
public struct Reminder: Hashable, Sendable {
    /// How long before the session it is meant to come.
    public enum Kind: String, Sendable, Codable, CaseIterable { case day, hour }

    /// The session.
    public var session: Identifier<Session>
    /// For whom.
    public var person: Identifier<Person>
    /// A day or an hour before.
    public var kind: Kind
    /// The start that it tells of: a session that moves is worth another reminder.
    public var start: Instant

    /// A reminder with every part given.
    public init(session: Identifier<Session>, person: Identifier<Person>, kind: Kind, start: Instant) {
        self.session = session
        self.person = person
        self.kind = kind
        self.start = start
    }
}
