public import CivilTime

/// What lets somebody act over the network: a secret that is kept by its digest only.
///
/// Rights are the person's; a token can only narrow what its person may do.
public struct AccessToken: Hashable, Sendable {
    /// What a token lets its person do.
    public enum Scope: String, Sendable, Codable, CaseIterable {
        /// Whatever they may.
        case all
        /// Ask, and change nothing.
        case read
    }

    /// Where it is kept, which decides how it is shown: neither is taken for the other.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// With whoever acts by commands or programs, in the field Authorization (RFC 6750).
        case token
        /// In a browser, as a cookie (RFC 6265).
        case browser
    }

    /// How it narrows what its person may do.
    public struct Limits: Hashable, Sendable {
        /// The only program in which it is good; nil where all are.
        public var program: Program.Name?
        /// The highest role that it gives.
        public var role: Role
        /// Whether it also changes things.
        public var scope: Scope
        /// From when on it is refused; nil when it is good until it is revoked.
        public var expires: Instant?

        /// No limits, but for those that are given.
        public init(
            program: Program.Name? = nil, role: Role = .organizer, scope: Scope = .all, expires: Instant? = nil
        ) {
            self.program = program
            self.role = role
            self.scope = scope
            self.expires = expires
        }
    }

    /// The longest label, in bytes of UTF-8.
    public static let longestLabel = 60
    /// How long a browser stays signed in that shows nothing, in seconds: 30 days since the day on which it was used last.
    public static let browserLife: Int64 = 30 * 86_400
    /// The latest that a token may expire, in seconds: ten years.
    package static let longestLife: Int64 = 10 * 366 * 86_400

    /// The number that people see.
    public var id: Identifier<AccessToken>
    /// Where it is kept.
    public var kind: Kind
    /// Who acts with it.
    public var person: Person
    /// How it narrows what they may do.
    public var limits: Limits
    /// What it is for, as whoever made it says.
    public var label: String?
    /// SHA-256 of the secret.
    public var digest: [UInt8]
    /// When it was made.
    public var created: Instant
    /// When it was used last, written at most once a day; nil while it was not.
    public var lastUsed: Instant?
    /// Since when it is refused; such a token stays known, so that the same secret never comes to life again.
    public var revoked: Instant?

    /// A token; the store numbers it.
    public init(
        id: Identifier<AccessToken> = .unassigned, kind: Kind = .token, person: Person, limits: Limits = Limits(),
        label: String? = nil, digest: [UInt8], created: Instant, lastUsed: Instant? = nil, revoked: Instant? = nil
    ) {
        self.id = id
        self.kind = kind
        self.person = person
        self.limits = limits
        self.label = label
        self.digest = digest
        self.created = created
        self.lastUsed = lastUsed
        self.revoked = revoked
    }

    /// The only program in which it is good; nil where all are.
    public var program: Program.Name? { limits.program }

    /// Whether it is refused.
    package func isDead(at now: Instant) -> Bool { revoked != nil || limits.expires.map { $0 <= now } ?? false }
}

/// What somebody may do in a program; each may do what those before it may.
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
