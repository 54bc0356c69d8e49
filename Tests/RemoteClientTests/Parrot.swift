import NIOCore
import NIOPosix
import Synchronization
import Testing

/// Listens on a free port and gives everybody the same answer once they have said something.
///
/// That is all of it and the end, or, when it ends with `-`, what is before that and then nothing more. Of several answers each is one
/// connection's, the last that of all further ones.
func withServer<T: Sendable>(
    answering answers: String..., body: (String) async throws -> T
) async throws -> T {
    let connections = Mutex(0)
    let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .childChannelInitializer { channel in
            let number = connections.withLock { number in
                defer { number += 1 }
                return number
            }
            let answer = answers[min(number, answers.count - 1)]
            return channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(Parrot(answer))
            }
        }
        .bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(server.localAddress?.port)
    do {
        let result = try await body("http://127.0.0.1:\(port)")
        try await server.close()
        return result
    } catch {
        try? await server.close()
        throw error
    }
}

extension String {
    /// A whole HTTP answer.
    static func http(
        _ status: String, _ body: String, type: String = "text/plain", release: String? = nil
    ) -> String {
        let release = release.map { "Meridian-Release: \($0)\r\n" } ?? ""
        return
            "HTTP/1.1 \(status)\r\n\(release)Content-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}

/// Says one thing, whatever it hears.
private final class Parrot: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let answer: String
    private let stays: Bool

    init(_ answer: String) {
        stays = answer.hasSuffix("-")
        self.answer = stays ? String(answer.dropLast()) : answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let written = context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)))
        guard !stays else { return }
        let channel = context.channel
        written.whenComplete { _ in channel.close(promise: nil) }
    }
}
