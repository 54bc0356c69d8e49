import Foundation
import Glibc
import Logging
import Mentoring
import MentoringService
import ServiceLifecycle
import Testing
import WebServerFixture

@testable import WebServer

@Suite("What the service manager hears")
struct WatchdogTests {
    @Test("is that the server is ready and works, as long as it answers, and that it stops")
    func answered() async throws {
        let manager = try Listener()
        try await LiveServer.run { server in
            try await Self.watch(manager, port: Int(server.port)) {
                for expected in ["READY=1", "WATCHDOG=1", "WATCHDOG=1"] {
                    let text = await manager.next()
                    #expect(text == expected)
                }
            }
        }
        while let text = await manager.next(), text != "STOPPING=1" { #expect(text == "WATCHDOG=1") }
    }

    @Test("is nothing more when nobody answers")
    func silent() async throws {
        let manager = try Listener()
        // Accepts connections and says nothing, as a server does that memory has run out for.
        let mute = try Mute()
        let watchdog = Watchdog(
            manager: ServiceManager(socket: manager.path), host: "127.0.0.1",
            ports: AsyncStream { $0.yield(Int(mute.port)) })
        #expect(await watchdog.isAnswered(on: Int(mute.port), within: .seconds(1)) == false)
        let port = mute.port
        mute.end()
        #expect(await watchdog.isAnswered(on: Int(port), within: .seconds(1)) == false)
    }

    @Test(
        "is asked for by what the environment says", arguments: [("30000000", 30), ("0", nil), ("x", nil), (nil, nil)])
    func environment(watchdog: String?, seconds: Int64?) {
        #expect(ServiceManager(socket: "@a", watchdog: watchdog).patience == seconds.map { .seconds($0) })
    }

    private static func watch(_ listener: Listener, port: Int, while body: () async throws -> Void) async throws {
        let watchdog = Watchdog(
            manager: ServiceManager(socket: listener.path, watchdog: "20000"), host: "127.0.0.1",
            ports: AsyncStream { $0.yield(port) })
        let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [.init(service: watchdog)], logger: quiet))
        async let running: Void = services.run()
        try await body()
        await services.triggerGracefulShutdown()
        try await running
    }
}

/// A datagram socket as systemd has it.
///
/// It is used by one test at a time, which waits for each text before it goes on.
private final class Listener: @unchecked Sendable {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    private let descriptor: Int32

    init() throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// Waits on a thread of its own: what is tested needs those of the tests.
    func next() async -> String? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: self.received()) }
        }
    }

    private func received() -> String? {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
}

/// A port at which connections are taken and nothing is said.
private final class Mute {
    private let descriptor: Int32
    let port: UInt16

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        try #require(result)
    }

    func end() { close(descriptor) }
}
