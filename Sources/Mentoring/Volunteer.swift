public import CivilTime

/// Somebody who takes turns at a duty of a program.
public struct Volunteer: Hashable, Sendable {
    /// The duty, by name.
    public var duty: Duty.Name
    /// The person who takes turns at it.
    public var person: Person
    /// When they became one.
    public var since: Instant

    /// A volunteer for a duty.
    public init(duty: Duty.Name, person: Person, since: Instant) {
        self.duty = duty
        self.person = person
        self.since = since
    }
}
