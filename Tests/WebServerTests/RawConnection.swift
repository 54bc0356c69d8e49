import Foundation
import Glibc
import TestSupport
import Testing

/// A connection to a server on this machine, for what no HTTP client would send.
///
/// It is used by one test at a time, which waits for each answer before it goes on.
final class RawConnection: @unchecked Sendable {
    private let descriptor: Int32
    /// Whether the server broke the connection off instead of hanging up.
    private(set) var wasReset = false

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0)
        // A server that never hangs up is a failure, not a test without end.
        var patience = timeval(tv_sec: Int(Duration.patience.components.seconds), tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// Says that nothing more comes.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// All that comes until the server hangs up, waited for on a thread of its own: the server needs those of the tests.
    func wholeAnswer() async -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: self.rest()) }
        }
    }

    /// One answer with a `Content-Length`, or what came of it.
    func oneAnswer() async -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: self.next()) }
        }
    }

    private func next() -> String {
        var all: [UInt8] = []
        var byte: UInt8 = 0
        var missing: Int?
        while missing != 0, recv(descriptor, &byte, 1, 0) == 1 {
            all.append(byte)
            if let known = missing {
                missing = known - 1
            } else if all.suffix(4) == Array("\r\n\r\n".utf8)[...] {
                let head = String(decoding: all, as: UTF8.self)
                missing = head.firstMatch(of: /(?i)\r\ncontent-length: (\d+)\r\n/).flatMap { Int($0.output.1) } ?? 0
            }
        }
        return String(decoding: all, as: UTF8.self)
    }

    /// All that comes until the server hangs up.
    func rest() -> String {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            wasReset = count < 0
            guard count > 0 else { return String(decoding: all, as: UTF8.self) }
            all += buffer[..<count]
        }
    }
}
