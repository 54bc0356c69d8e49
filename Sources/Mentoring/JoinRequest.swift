public import CivilTime

/// Somebody who is about to become a trainee of a program: either side has still to say yes.
public struct JoinRequest: Hashable, Sendable {
    /// Who has said yes already.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Whoever would like to join, and has shown that the address is theirs.
        case asked
        /// The program, which does not know whether somebody reads the address.
        case invited
    }

    /// The program.
    public var program: Program.Name
    /// The address.
    public var email: EmailAddress
    /// Who has said yes.
    public var kind: Kind
    /// What they are called, by whoever said yes.
    public var name: String
    /// Where they read the clock, by whoever said yes.
    public var zone: TimeZoneID
    /// Since when.
    public var made: Instant

    /// A request with every part given.
    public init(
        program: Program.Name, email: EmailAddress, kind: Kind, name: String, zone: TimeZoneID, made: Instant
    ) {
        self.program = program
        self.email = email
        self.kind = kind
        self.name = name
        self.zone = zone
        self.made = made
    }
}
