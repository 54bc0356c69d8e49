public import CivilTime
public import Mentoring

/// A person as the person themself, or an organizer, sees them.
public struct PersonView: Codable, Hashable, Sendable {
    /// The name other participants see.
    public var name: String
    /// The address.
    public var email: EmailAddress
    /// Where they read the clock.
    public var zone: TimeZoneID

    package init(_ person: Person) {
        name = person.name
        email = person.email
        zone = person.shownZone
    }
}
