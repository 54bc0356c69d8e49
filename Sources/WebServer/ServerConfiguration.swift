public import Mentoring

/// Where the server listens and how the world reaches it.
public struct ServerConfiguration: Hashable, Sendable {
    /// The address or name of the interface, such as `127.0.0.1`.
    public let host: String
    /// The TCP port; 0 takes a free one.
    public let port: Int
    /// The public addresses of pages and feeds.
    public let addresses: FeedAddresses
    /// Whether whoever can read the mail of an address may join by it, in programs whose file does not say how people join.
    public var isOpenToAll = false
    /// How people join programs whose file does not say it.
    var joining: Joining { isOpenToAll ? .open : .invited }
    /// What clients can claim of it.
    public var limits = ServerLimits()

    /// - Parameters:
    ///   - host: the address or name of the interface.
    ///   - port: 0 to 65535.
    ///   - baseURL: the address under which people reach the server, possibly through a proxy; nil means host and port.
    /// - Throws: `BadInput` when the port or the address is none.
    public init(host: String = "127.0.0.1", port: Int = 8080, baseURL: String? = nil) throws(BadInput) {
        guard (0...65535).contains(port) else { throw BadInput("\(port) is not a port; expected 0 to 65535") }
        self.host = host
        self.port = port
        addresses = try FeedAddresses(
            base: baseURL ?? "http://\(host.contains(":") ? "[\(host)]" : host):\(port)", isKnown: baseURL != nil)
    }

    /// Whether people reach the server by something in front of it on this machine.
    public var expectsProxy: Bool {
        ["localhost", "127.0.0.1", "::1"].contains(host) && !NamelessProxy.isThisMachine(authority)
    }

    /// What a proxy has to do.
    public static let aboutProxy =
        "people are told apart by the X-Forwarded-For that the proxy sets, as in deployment/nginx.conf; "
        + "who comes without is taken for this machine, and not limited"

    /// The host and port under which people reach the server.
    var authority: Substring { addresses.base.split(separator: "/").dropFirst().first ?? "" }

    /// The path that precedes every path of ours: empty, unless the base URL has one.
    var root: String {
        let authorityAndPath = addresses.base.drop { $0 != "/" }.dropFirst(2)
        return String(authorityAndPath.drop { $0 != "/" })
    }
}
