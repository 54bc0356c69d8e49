public import CivilTime

/// Somebody who mentors, learns or organizes.
public struct Person: Hashable, Sendable {
    /// The number under which the store keeps the person.
    public var id: Identifier<Person>
    /// As other participants see it.
    public var name: String
    /// Never shown to another participant.
    public var email: EmailAddress
    /// Where the person reads the clock: what they are told is told in it.
    public var zone: TimeZoneID
    /// Where a program was told that they read it, while that is all it knows of them (`Introduction`).
    public var givenZone: TimeZoneID?
    /// Where they read it as far as others may know.
    public var shownZone: TimeZoneID { givenZone ?? zone }

    /// A person; the store numbers them.
    public init(
        id: Identifier<Person> = .unassigned, name: String, email: EmailAddress, zone: TimeZoneID,
        givenZone: TimeZoneID? = nil
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.zone = zone
        self.givenZone = givenZone
    }
}
