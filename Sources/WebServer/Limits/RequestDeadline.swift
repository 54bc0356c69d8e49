import NIOCore
import NIOHTTP1

/// Gives every request a time to arrive as a whole, however its bytes are spread over it, every answer a time to be taken, and the
/// connection a time to be of no use.
///
/// Who is slower is told so, where there is somebody to tell, and the connection is closed. What is no HTTP is told so, too.
/// An answer after which the connection ends says so, and after one that says so it ends, whatever else was sent meanwhile. Who
/// goes on sending then is listened to for a moment, or their system would drop the answer unread (RFC 9112 §9.6).
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let limit: TimeAmount
    private let idle: TimeAmount
    private var isArriving = false
    /// Requests that were handed on and not answered yet.
    private var unanswered = 0
    private var isAnswering = false
    /// Nothing is asked after what is to be answered yet: its sender said so, or the server stops.
    private var isLastAsked = false
    /// The answer under way says that it is the last.
    private var isLastAnswer = false
    /// The last answer was given; nothing follows it.
    private var isOver = false
    private var arrival: Scheduled<Void>?
    private var departure: Scheduled<Void>?
    private var closing: Scheduled<Void>?
    private var lastUse = NIODeadline.now()
    private var boredom: Scheduled<Void>?
    private var lingering: Scheduled<Void>?
    private var context: ChannelHandlerContext?

    /// - Parameters:
    ///   - limit: the longest that a request may take to arrive; its answer may take three times as long to be taken.
    ///   - idle: the longest that nothing may be asked between two requests.
    init(limit: TimeAmount, idle: TimeAmount) {
        self.limit = limit
        self.idle = idle
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        expectUse(within: idle)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        arrival?.cancel()
        departure?.cancel()
        closing?.cancel()
        lingering?.cancel()
        boredom?.cancel()
        self.context = nil
    }

    /// Something of a request has come.
    func bytesArrived() { isArriving = true }

    /// All that has come was looked at; most requests are whole by now, and need no clock.
    func bytesRead() {
        guard isArriving else {
            arrival?.cancel()
            arrival = nil
            return
        }
        if arrival == nil { expectWhole(within: limit) }
    }

    private func expectWhole(within time: TimeAmount) {
        guard let context else { return }
        arrival?.cancel()
        arrival = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [weak self] in self?.arrivalIsLate() }
    }

    /// One clock runs through many requests, which only say when the last was answered.
    private func expectUse(within time: TimeAmount) {
        guard let context else { return }
        boredom = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [weak self] in self?.lookForUse() }
    }

    private func lookForUse() {
        guard !isArriving, unanswered == 0 else { return expectUse(within: idle) }
        let left = lastUse + idle - .now()
        if left > .zero { expectUse(within: left) } else { context?.close(promise: nil) }
    }

    private func arrivalIsLate() {
        arrival = nil
        guard isArriving, let context else { return }
        refuse(.requestTimeout, "the request did not arrive within \(limit.nanoseconds / 1_000_000_000) s", context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard lingering == nil, !isOver else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            if let fault = head.fault {
                // Behind requests that are not answered yet, a refusal would be taken for the answer to one of them.
                guard unanswered == 0 else { return context.close(promise: nil) }
                return refuse(.badRequest, "this is not a request of HTTP/1.1: \(fault)", context)
            }
            unanswered += 1
            isLastAsked = isLastAsked || !head.isKeepAlive
            return context.fireChannelRead(wrapInboundOut(.head(head.sayingWhetherItIsTheLast)))
        case .body: break
        case .end: isArriving = false
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isOver else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        // 1xx is no answer yet (RFC 9110 §15.2).
        case .head(var head) where head.status.code >= 200:
            isAnswering = true
            if isLastAsked, unanswered == 1 { head.headers.replaceOrAdd(name: "Connection", value: "close") }
            isLastAnswer = !head.isKeepAlive
            return context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .head, .body: context.write(data, promise: promise)
        case .end:
            isAnswering = false
            unanswered -= 1
            lastUse = .now()
            guard isLastAnswer else { return context.write(data, promise: promise) }
            end(with: data, promise, context)
        }
    }

    /// Writes the last of the last answer, and hangs up once it has left.
    private func end(with last: NIOAny, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
        isOver = true
        isArriving = false
        arrival?.cancel()
        arrival = nil
        let left = promise ?? context.eventLoop.makePromise()
        left.futureResult.assumeIsolated().whenComplete { [weak self] _ in self?.linger() }
        context.writeAndFlush(last, promise: left)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard lingering == nil else { return }
        guard let error = error as? HTTPParserError, unanswered == 0 else { return context.fireErrorCaught(error) }
        if error == .headerOverflow {
            refuse(.requestHeaderFieldsTooLarge, "the request's header is longer than is taken here", context)
        } else {
            refuse(.badRequest, "this is not a request of HTTP/1.1: \(error)", context)
        }
    }

    /// Answers, if that cannot be mixed up with another answer, and hangs up.
    private func refuse(_ status: HTTPResponseStatus, _ reason: String, _ context: ChannelHandlerContext) {
        isArriving = false
        guard !isAnswering, !isOver, unanswered <= 1 else { return context.close(promise: nil) }
        let body = ByteBuffer(string: reason + "\n")
        let headers: HTTPHeaders = [
            "Content-Type": "text/plain; charset=utf-8", "Content-Length": String(body.readableBytes),
            "Cache-Control": "no-store", "Connection": "close",
        ]
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        end(with: wrapOutboundOut(.end(nil)), nil, context)
    }

    /// Says nothing more, and hangs up when the other side has done so, or after two seconds.
    private func linger() {
        guard let context else { return }
        lingering = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(2)) { [weak self] in
            self?.context?.close(promise: nil)
        }
        context.close(mode: .output, promise: nil)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        departure?.cancel()
        departure = nil
        if !context.channel.isWritable {
            departure = context.eventLoop.assumeIsolated().scheduleTask(in: limit * 3) { [weak self] in
                self?.context?.close(promise: nil)
            }
        }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if lingering != nil, event as? ChannelEvent == .inputClosed { context.close(promise: nil) }
        // The server stops within ten seconds; whoever is sending has half of that.
        if event is ChannelShouldQuiesceEvent {
            isLastAsked = true
            if isArriving { expectWhole(within: min(limit, .seconds(5))) }
            closing = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(9)) { [weak self] in
                self?.context?.close(promise: nil)
            }
        }
        context.fireUserInboundEventTriggered(event)
    }
}
