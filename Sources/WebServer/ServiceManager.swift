import Glibc

/// What started the server and looks after it, as systemd does (sd_notify(3)).
public struct ServiceManager: Hashable, Sendable {
    /// The datagram socket at which it listens: a path, or behind `@` a name without a file.
    let socket: String
    /// How long the server may be silent before it is ended; nil when nobody minds.
    let patience: Duration?

    /// - Parameters:
    ///   - socket: the value of `NOTIFY_SOCKET`.
    ///   - watchdog: the value of `WATCHDOG_USEC`, if there is one: microseconds.
    public init(socket: String, watchdog: String? = nil) {
        self.socket = socket
        patience = watchdog.flatMap { Int64($0) }.flatMap { $0 > 0 ? .microseconds($0) : nil }
    }

    /// Tells it something, such as `READY=1`; nobody who does not listen is waited for.
    func tell(_ text: String) {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // A name without a file begins with a zero (unix(7)).
        let name = Array(socket.utf8).enumerated().map { $0 == 0 && $1 == UInt8(ascii: "@") ? 0 : $1 }
        guard !name.isEmpty, name.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = (MemoryLayout.offset(of: \sockaddr_un.sun_path) ?? 2) + name.count
        let bytes = Array(text.utf8)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(
                    descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT), $0,
                    socklen_t(length))
            }
        }
    }
}
