package import ChangeHosts
import Mentoring
import MentoringService
import NIOCore
import NIOPosix
import Synchronization
import TestSupport

/// A server on this machine that says what a test has written down, and remembers what it was asked.
package final class LocalServer: Sendable {
    private let heard = Mutex<[String]>([])
    private let answers: @Sendable (String) -> String

    /// What was asked, each request up to the end of its headers.
    package var requests: [String] { heard.withLock { $0 } }

    private init(_ answers: @escaping @Sendable (String) -> String) { self.answers = answers }

    /// Listens on a free port while `body` runs, and answers every request by its first line: with all of the text and the end, or,
    /// when the text ends with `-`, with what is before that and then nothing more.
    package static func run<T: Sendable>(
        _ answers: @escaping @Sendable (String) -> String, body: (LocalServer, HostPolicy) async throws -> T
    ) async throws -> T {
        let server = LocalServer(answers)
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Clerk(server)) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        guard let port = channel.localAddress?.port, let here = IPAddress("127.0.0.1") else { throw Portless() }
        // The patience of whoever tries patience is their own; other tests may have to wait for a busy machine.
        let policy = HostPolicy(
            resolve: { _ in [here] }, admits: { $0 == here }, origin: { "http://\($0):\(port)" },
            patience: .patience)
        do {
            let result = try await body(server, policy)
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    fileprivate func answer(to request: String) -> String {
        heard.withLock { $0.append(request) }
        return answers(String(request.prefix { $0 != "\r\n" }))
    }
}

/// It listens nowhere.
private struct Portless: Error {}

/// Reads a request and has it answered.
private final class Clerk: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: LocalServer
    private var heard = ""

    init(_ server: LocalServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        heard += String(buffer: unwrapInboundIn(data))
        guard heard.contains("\r\n\r\n") else { return }
        let answer = server.answer(to: heard)
        let stays = answer.hasSuffix("-")
        let written = context.writeAndFlush(
            wrapOutboundOut(ByteBuffer(string: stays ? String(answer.dropLast()) : answer)))
        guard !stays else { return }
        let channel = context.channel
        written.whenComplete { _ in channel.close(promise: nil) }
    }
}

extension String {
    /// A whole HTTP answer.
    package static func http(_ body: String, status: String = "200 OK", headers: String = "") -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nConnection: close\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}
