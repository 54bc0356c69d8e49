public import CivilTime

/// An address whose owner may take part no more: in one program, or anywhere on the server.
public struct BlockedAddress: Hashable, Sendable {
    /// The address, which need not be anybody's yet.
    public var email: EmailAddress
    /// The program; nil means the whole server.
    public var program: Program.Name?
    /// Since when.
    public var since: Instant

    /// A block.
    public init(email: EmailAddress, program: Program.Name?, since: Instant) {
        self.email = email
        self.program = program
        self.since = since
    }
}
