public import CivilTime

/// What lets somebody act over the network: a secret that is kept by its digest only.
public struct AccessToken: Hashable, Sendable {
    /// The number that people see.
    public var id: Identifier<AccessToken>
    /// Who acts with it.
    public var person: Person
    /// What they may do.
    public var role: Role
    /// SHA-256 of the secret.
    public var digest: [UInt8]
    /// When it was made.
    public var created: Instant

    /// A token; the store numbers it.
    public init(
        id: Identifier<AccessToken> = .unassigned, person: Person, role: Role, digest: [UInt8], created: Instant
    ) {
        self.id = id
        self.person = person
        self.role = role
        self.digest = digest
        self.created = created
    }
}

/// What somebody may do over the network; each may do what those before it may.
public enum Role: String, Sendable, Codable, CaseIterable, Comparable {
    /// Enroll and leave, for themself.
    case trainee
    /// Publish slots, be away and swap, for themself.
    case mentor
    /// Everything, for everybody.
    case organizer

    /// Orders by what is allowed.
    public static func < (left: Role, right: Role) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
