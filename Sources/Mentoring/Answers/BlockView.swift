/// An address that was blocked, and where.
public struct BlockView: Codable, Hashable, Sendable {
    /// The address.
    public var email: EmailAddress
    /// The program; nil means the whole server.
    public var program: Program.Name?
}
