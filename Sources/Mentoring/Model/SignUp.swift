public import CivilTime

/// Somebody's wish to join, until they have shown that the address is theirs.
public struct SignUp: Hashable, Sendable {
    /// How long it can be confirmed, in seconds, and how long the address gets no other mail of the kind.
    public static let validity: Int64 = 24 * 60 * 60
    /// How many a server takes within that time, so that nobody can have it write to the whole world.
    public static let most = 500

    /// The address, which may be anybody's.
    public var email: EmailAddress
    /// The program that they would like to join.
    public var program: Program.Name
    /// The name that they gave.
    public var name: String
    /// The zone that they gave.
    public var zone: TimeZoneID
    /// SHA-256 of the secret that only the address's owner gets to know.
    public var digest: [UInt8]
    /// When they signed up.
    public var made: Instant

    /// A wish with every part given.
    public init(
        email: EmailAddress, program: Program.Name, name: String, zone: TimeZoneID, digest: [UInt8], made: Instant
    ) {
        self.email = email
        self.program = program
        self.name = name
        self.zone = zone
        self.digest = digest
        self.made = made
    }
}
