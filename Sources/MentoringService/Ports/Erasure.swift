public import CivilTime
public import Mentoring

/// Somebody who is to be erased, and what the store is to look for.
public struct Erasure: Sendable {
    /// Who, as they are now.
    public var person: Person
    /// What is left of them.
    public var remains: ErasedPerson
    /// Each address that is or was theirs.
    public var addresses: [EmailAddress]
    /// Those to which they were to move and that never proved themselves, so that they are somebody else's for all that is known.
    public var triedAddresses: [EmailAddress]
    /// Those of them that they have proved, by which they are recognized should a file or a backup have them again.
    public var provedAddresses: [EmailAddress]
    /// What they are called, by themself and by each program that was told of them.
    public var names: [String]
    /// Where they took part, and so are called that.
    public var programs: [Program.Name]
    /// Whether mail that waits for them leaves before it is forgotten.
    public var letsMailLeave: Bool
    /// When.
    public var moment: Instant

    /// An erasure with every part given.
    public init(
        of person: Person, leaving remains: ErasedPerson, addresses: [EmailAddress],
        triedAddresses: [EmailAddress] = [], provedAddresses: [EmailAddress], names: [String],
        programs: [Program.Name], letsMailLeave: Bool, moment: Instant
    ) {
        self.person = person
        self.remains = remains
        self.addresses = addresses
        self.triedAddresses = triedAddresses
        self.provedAddresses = provedAddresses
        self.names = names
        self.programs = programs
        self.letsMailLeave = letsMailLeave
        self.moment = moment
    }
}
