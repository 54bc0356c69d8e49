import Foundation
import Glibc
import ServiceLifecycle

/// Tells the service manager that the server is ready, and then that it works, as long as it does.
///
/// It asks the server itself, over the network as everybody does, and says nothing when it is not answered: a server that a
/// memory limit or a fault keeps from working without ending it is ended, and started anew.
struct Watchdog: Service {
    let manager: ServiceManager
    let host: String
    /// Gives the port once connections are accepted.
    let ports: AsyncStream<Int>

    func run() async throws {
        await cancelWhenGracefulShutdown {
            guard let port = await ports.first(where: { _ in true }) else { return }
            manager.tell("READY=1")
            guard let patience = manager.patience else { return await Self.untilCancelled() }
            while !Task.isCancelled {
                if await isAnswered(on: port, within: patience / 4) { manager.tell("WATCHDOG=1") }
                try? await Task.sleep(for: patience / 4)
            }
        }
        manager.tell("STOPPING=1")
    }

    /// A service that ends ends the others.
    private static func untilCancelled() async {
        while (try? await Task.sleep(for: .seconds(24 * 60 * 60))) != nil {}
    }

    /// Whether the server answers that it is alive; asked from a thread of its own, since it may not.
    func isAnswered(on port: Int, within limit: Duration) async -> Bool {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: Self.ask(host, port, within: limit)) }
        }
    }

    private static func ask(_ host: String, _ port: Int, within limit: Duration) -> Bool {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let address = found?.pointee else { return false }
        defer { freeaddrinfo(found) }
        let descriptor = socket(address.ai_family, address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        // Linux minds the second for connect(2), too (socket(7)).
        var time = timeval(tv_sec: max(1, Int(limit.components.seconds)), tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
        guard connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 else { return false }
        let request = Array("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
        guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            return false
        }
        let expected = Array("HTTP/1.1 200 ".utf8)
        var answer = [UInt8](repeating: 0, count: expected.count)
        return recv(descriptor, &answer, answer.count, Int32(MSG_WAITALL)) == answer.count
            && answer == expected
    }
}
