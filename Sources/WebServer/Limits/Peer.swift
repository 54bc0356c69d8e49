import NIOCore

/// Who sends a request, as far as a limit needs to know: an IPv4 address, or the /64 network of an IPv6 one.
enum Peer: Hashable {
    case version4(UInt32)
    case version6(UInt64)
    /// Whoever a proxy does not name in a way that can be read.
    case unknown

    /// Nil for this machine itself.
    ///
    /// A proxy on this machine names the caller in the last entry of X-Forwarded-For, which it has written itself; nobody
    /// else is believed.
    init?(of request: some Inquiry, through channel: any Channel) {
        guard let peer = channel.remoteAddress else {
            self = .unknown
            return
        }
        guard Self.isLoopback(peer) else {
            self = Peer(peer)
            return
        }
        guard let entry = request.field(.forwardedFor)?.split(separator: ",").last else { return nil }
        let text = entry.filter { $0 != " " && $0 != "\t" }
        guard let address = try? SocketAddress(ipAddress: text, port: 0) else {
            self = .unknown
            return
        }
        if Self.isLoopback(address) { return nil }
        self = Peer(address)
    }

    private init(_ address: SocketAddress) {
        switch Self.number(of: address) {
        case .version4(let number)?: self = .version4(number)
        case .version6(let network, _)?: self = .version6(network)
        case nil: self = .unknown
        }
    }

    private static func isLoopback(_ address: SocketAddress) -> Bool {
        switch number(of: address) {
        case .version4(let number)?: number >> 24 == 127
        case .version6(let network, let host)?: network == 0 && host == 1
        case nil: true
        }
    }

    private enum Number {
        case version4(UInt32)
        case version6(network: UInt64, host: UInt64)
    }

    /// Nil for a socket in the file system.
    ///
    /// An IPv4 address mapped into IPv6 (RFC 4291 §2.5.5.2) is one of IPv4.
    private static func number(of address: SocketAddress) -> Number? {
        address.withSockAddr { pointer, size in
            // As ip(7) and ipv6(7) lay them out: the address comes after family and port, in IPv6 also after the flow.
            let bytes = UnsafeRawBufferPointer(start: pointer, count: size)
            switch address.protocol {
            case .inet:
                return .version4(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
            case .inet6:
                let network = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
                let host = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
                let isMapped = network == 0 && host >> 32 == 0xFFFF
                return isMapped
                    ? .version4(UInt32(truncatingIfNeeded: host)) : .version6(network: network, host: host)
            default: return nil
            }
        }
    }
}
