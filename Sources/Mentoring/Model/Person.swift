public import CivilTime

/// Somebody who mentors, learns or organizes.
public struct Person: Hashable, Sendable {
    /// The number under which the store keeps the person.
    public var id: Identifier<Person>
    /// As other participants see it.
    public var name: String
    /// Never shown to another participant.
    public var email: EmailAddress
    /// Where the person reads the clock.
    public var zone: TimeZoneID

    /// A person; the store numbers them.
    public init(id: Identifier<Person> = .unassigned, name: String, email: EmailAddress, zone: TimeZoneID) {
        self.id = id
        self.name = name
        self.email = email
        self.zone = zone
    }
}
