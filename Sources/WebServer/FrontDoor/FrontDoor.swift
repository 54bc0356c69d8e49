import NIOCore
import NIOHTTP1

/// Answers what is ready on the connection's own thread, and lets every other request in.
///
/// Who is let in gets a task of their own, a context and a router, and changes threads twice: five times the work of an answer from
/// memory. While somebody is inside, whoever comes after them by the same connection is let in, too, or would be answered before
/// them (RFC 9112 §9.3.2); and so is everybody while answers are taken too slowly, since inside no more is read then.
final class FrontDoor: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let answers: ReadyAnswers
    /// Requests that were let in and are not answered yet.
    private var inside = 0
    /// The request that is arriving was answered already.
    private var isAnswered = false
    private var hasWritten = false

    init(_ answers: ReadyAnswers) { self.answers = answers }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            if inside == 0, context.channel.isWritable, let request = ArrivedRequest(head),
                let answer = answers.answer(to: request, through: context.channel)
            {
                isAnswered = true
                return write(answer, context)
            }
            inside += 1
        case .body: if isAnswered { return }
        case .end:
            if isAnswered {
                isAnswered = false
                return
            }
        }
        context.fireChannelRead(data)
    }

    private func write(_ answer: ReadyAnswers.Answer, _ context: ChannelHandlerContext) {
        hasWritten = true
        context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
        if let body = answer.body { context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil) }
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
    }

    /// Once for all requests that came together.
    func channelReadComplete(context: ChannelHandlerContext) {
        if hasWritten {
            hasWritten = false
            context.flush()
        }
        context.fireChannelReadComplete()
    }

    /// Inside, a connection on which nothing is to be done is closed as soon as nothing more comes by it, or the server stops: that
    /// waits until what was answered here has left.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        let isLast = event as? ChannelEvent == .inputClosed || event is ChannelShouldQuiesceEvent
        guard isLast, inside == 0 else { return context.fireUserInboundEventTriggered(event) }
        let left = context.eventLoop.makePromise(of: Void.self)
        left.futureResult.assumeIsolated().whenComplete { _ in context.fireUserInboundEventTriggered(event) }
        // Nothing, but behind all that was written.
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer()))), promise: left)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { inside -= 1 }
        context.write(data, promise: promise)
    }
}
