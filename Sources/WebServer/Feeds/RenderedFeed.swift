import CivilTime
import HTTPTypes
import Hummingbird
import NIOCore

/// A feed's bytes with all that is said of them, made once and answered many times.
struct RenderedFeed: Sendable {
    let body: ByteBuffer
    let tag: String
    /// The pattern of the path.
    let route: String
    /// When the bytes last became different, as far as that is known; nil when HTTP's seconds are too coarse to tell.
    let lastModified: Instant?
    /// What is known of `lastModified` where it cannot be told.
    private let notBefore: Instant?
    private let whole: Response
    private let notModified: Response

    /// - Parameters:
    ///   - print: the bytes.
    ///   - feed: of what.
    ///   - earlier: what the feed was before, if that is known; it is kept with its tag and date when the bytes are the same.
    init(_ print: FeedPrinter.Print, of feed: Feed, after earlier: RenderedFeed? = nil) {
        let representation = Representation(
            contentType: "text/calendar; charset=utf-8", bytes: print.bytes, cacheControl: feed.cacheControl)
        let tag = representation.entityTag
        if let earlier, earlier.tag == tag {
            self = earlier
            return
        }
        self.tag = tag
        route = feed.route
        body = ByteBuffer(bytes: print.bytes)
        (notBefore, lastModified) = Self.date(of: print, after: earlier)
        var headers: HTTPFields = [.eTag: tag, .cacheControl: feed.cacheControl]
        headers[.lastModified] = lastModified.map(HTTPDate.text)
        CommonHeaders.add(to: &headers)
        notModified = Response(status: .notModified, headers: headers)
        headers[.contentType] = representation.contentType
        whole = Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    /// The whole, or 304 when the client has it already; without a body to HEAD.
    func response(to request: Request) -> Response {
        if request.headers.showKnowledge(of: tag, from: lastModified) { return notModified }
        return request.method == .head ? whole.createHeadResponse() : whole
    }

    /// What it takes of memory, about.
    var size: Int { body.readableBytes + Self.sizeOfHeaders }

    private static let sizeOfHeaders = 2048

    /// Different bytes never have one date, or a client that goes by dates would keep the older ones.
    private static func date(
        of print: FeedPrinter.Print, after earlier: RenderedFeed?
    ) -> (notBefore: Instant?, lastModified: Instant?) {
        guard let earlier else { return (print.revised, print.revised) }
        guard let last = earlier.notBefore, last >= print.asOf else { return (print.asOf, print.asOf) }
        return (last, nil)
    }
}
