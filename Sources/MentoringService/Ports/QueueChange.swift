public import Mentoring

/// A point in time to which who waits for seats can be compared, within one transaction.
public struct QueueMark: Hashable, Sendable {
    /// The store's number of the last change before it.
    public var number: Int

    /// A point after a change.
    public init(number: Int) { self.number = number }
}

/// Somebody who waited for a seat, and whose place changed since.
public struct QueueChange: Hashable, Sendable {
    /// The place in which they waited.
    public var enrollment: Identifier<Enrollment>
    /// The session.
    public var session: Identifier<Session>
    /// Who waited.
    public var person: Identifier<Person>
    /// Whether they let others go first then.
    public var yielded: Bool

    /// A change.
    public init(
        enrollment: Identifier<Enrollment>, session: Identifier<Session>, person: Identifier<Person>, yielded: Bool
    ) {
        (self.enrollment, self.session, self.person, self.yielded) = (enrollment, session, person, yielded)
    }
}
