public import CivilTime

/// Somebody who takes turns at a duty of a program.
public struct Volunteer: Hashable, Sendable {
    /// The duty, by name.
    public var duty: Duty.Name
    /// The person who takes turns at it.
    public var person: Person
    /// Where they read the clock, as far as the program was told: their own zone, or the one of an `Introduction`.
    public var zone: TimeZoneID
    /// When they became one.
    public var since: Instant

    /// A volunteer for a duty.
    public init(duty: Duty.Name, person: Person, zone: TimeZoneID? = nil, since: Instant) {
        self.duty = duty
        self.person = person
        self.zone = zone ?? person.zone
        self.since = since
    }
}
