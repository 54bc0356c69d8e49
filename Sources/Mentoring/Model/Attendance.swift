/// Whether somebody with a seat came.
public struct Attendance: Hashable, Sendable {
    /// The session that was held.
    public var session: Identifier<Session>
    /// Who had a seat, or came without one.
    public var person: Person
    /// Whether they came.
    public var isPresent: Bool

    /// What was seen of one person in one session.
    public init(session: Identifier<Session>, person: Person, isPresent: Bool) {
        self.session = session
        self.person = person
        self.isPresent = isPresent
    }
}
