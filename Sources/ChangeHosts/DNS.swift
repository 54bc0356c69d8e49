import Dispatch
import Glibc
import Mentoring

/// The system's way from names to addresses.
enum DNS {
    /// A server's addresses, in the order in which they are to be tried (RFC 6724).
    static func addresses(of host: String) async throws -> [IPAddress] {
        try await withCheckedThrowingContinuation { continuation in
            // getaddrinfo blocks, which no thread of the concurrency pool may.
            DispatchQueue.global().async { continuation.resume(with: Result { try blockingAddresses(of: host) }) }
        }
    }

    private static func blockingAddresses(of host: String) throws -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, nil, &hints, &found)
        guard status == 0 else { throw Unreachable("\(host) has no address: \(String(cString: gai_strerror(status)))") }
        defer { freeaddrinfo(found) }
        return sequence(first: found) { $0?.pointee.ai_next }.prefix { $0 != nil }.compactMap { entry in
            guard let info = entry?.pointee else { return nil }
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let named = getnameinfo(
                info.ai_addr, info.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
            guard named == 0 else { return nil }
            return IPAddress(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
        }
    }
}
