public import Mentoring

/// Which servers are asked, at which addresses and for how long.
public struct HostPolicy: Sendable {
    /// Finds a server's addresses.
    public var resolve: @Sendable (String) async throws -> [IPAddress]
    /// Whether a server may be asked at an address; it is asked only when it may at all that it has.
    public var admits: @Sendable (IPAddress) -> Bool
    /// What stands before the path in the address of a server.
    public var origin: @Sendable (String) -> String
    /// How long one question may take, from the name to the last byte.
    public var patience: Duration

    /// A policy with every part given.
    public init(
        resolve: @escaping @Sendable (String) async throws -> [IPAddress],
        admits: @escaping @Sendable (IPAddress) -> Bool, origin: @escaping @Sendable (String) -> String,
        patience: Duration
    ) {
        self.resolve = resolve
        self.admits = admits
        self.origin = origin
        self.patience = patience
    }

    /// Servers that everybody can reach, over HTTPS, within 5 seconds.
    public static let publicServers = HostPolicy(
        resolve: DNS.addresses(of:), admits: \.isPublic, origin: { "https://\($0)" }, patience: .seconds(5))
}
