public import CivilTime
public import Mentoring

/// Everything that is kept about a person, as they can take it with them.
///
/// Of other people it has at most a name that everybody in the same program sees, never an address; and no secret: of what somebody
/// signs in with only that it is there.
public struct PersonExport: Codable, Hashable, Sendable {
    /// Their name.
    public var name: String
    /// Their address.
    public var email: EmailAddress
    /// Where they read the clock.
    public var zone: TimeZoneID
    /// When this was read.
    public var made: Instant
    /// One record for each thing, by kind, then in the order in which it came to be.
    public var records: [PersonRecord]
    /// Whether there are more records of some kind than are listed: of each kind the last 10,000 are.
    public var isCut: Bool

    package init(
        name: String, email: EmailAddress, zone: TimeZoneID, made: Instant, records: [PersonRecord], isCut: Bool
    ) {
        self.name = name
        self.email = email
        self.zone = zone
        self.made = made
        self.records = records
        self.isCut = isCut
    }
}
