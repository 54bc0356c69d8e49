import NIOCore
import NIOHTTP1

/// Puts those who look at requests first where they see them: a `RequestDeadline`, which is told when bytes come before anybody has
/// made sense of them, and behind it the `FrontDoor`.
final class Threshold: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Never

    private let deadline: RequestDeadline
    private let door: FrontDoor

    init(limits: ServerLimits, answers: ReadyAnswers) {
        deadline = RequestDeadline(limit: .init(limits.arrival), idle: .init(limits.idle))
        door = FrontDoor(answers)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        do {
            let pipeline = context.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandlers([deadline, door], position: .after(decoder))
            try pipeline.addHandler(Arrivals(deadline: deadline), position: .first)
        } catch {
            // Without a deadline nobody is let in.
            context.close(promise: nil)
        }
    }
}

private final class Arrivals: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let deadline: RequestDeadline

    init(deadline: RequestDeadline) { self.deadline = deadline }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        deadline.bytesArrived()
        context.fireChannelRead(data)
        deadline.bytesRead()
    }
}
