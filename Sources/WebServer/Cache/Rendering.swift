import CivilTime
import Crypto
import HTTPTypes
import Hummingbird
import Mentoring
import NIOCore

/// A print with all that is said of it, made once and answered many times, as it is and compressed.
struct Rendering: Sendable {
    /// A strong tag of the bytes as they are: their SHA-256.
    let tag: String
    /// When the bytes last became different, as far as that is known; nil when HTTP's seconds are too coarse to tell.
    let lastModified: Instant?
    /// What it takes of memory, about.
    let size: Int
    /// What is known of `lastModified` where it cannot be told.
    private let notBefore: Instant?
    private let plain: Answers
    private let compressed: Answers?

    /// The answers in one coding, which has a tag of its own (RFC 9110 §8.8.3).
    private struct Answers {
        let tag: String
        let whole: Response
        let notModified: Response

        init(_ bytes: [UInt8], tag: String, headers: HTTPFields) {
            self.tag = tag
            var headers = headers
            headers[.eTag] = tag
            whole = Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
            // It says what a cache needs to know of what it has (RFC 9110 §15.4.5), and not how that is written.
            headers[.contentType] = nil
            headers[.contentEncoding] = nil
            notModified = Response(status: .notModified, headers: headers)
        }
    }

    /// What it takes longest to make of the bytes, and what needs nothing else.
    struct Workpiece: Sendable {
        fileprivate let print: Print
        fileprivate let digest: String
        fileprivate let gzip: [UInt8]?

        init(_ print: Print) {
            self.print = print
            digest = SHA256.hash(data: print.bytes).hexadecimal
            gzip = print.isCompressed ? Gzip.compressed(print.bytes) : nil
        }
    }

    /// Something that never changes.
    init(_ print: Print) { self.init(Workpiece(print), after: nil) }

    /// - Parameters:
    ///   - work: the bytes.
    ///   - earlier: what it was before, if that is known; it is kept with its tag and date when the bytes are the same.
    init(_ work: Workpiece, after earlier: Rendering?) {
        let print = work.print
        let tag = "\"\(work.digest)\""
        if let earlier, earlier.tag == tag {
            self = earlier
            return
        }
        self.tag = tag
        (notBefore, lastModified) = Self.date(of: print, after: earlier)
        var headers = print.headers
        headers[.lastModified] = lastModified.map(HTTPDate.text)
        CommonHeaders.add(to: &headers)
        plain = Answers(print.bytes, tag: tag, headers: headers)
        headers[.contentEncoding] = "gzip"
        compressed = work.gzip.map { Answers($0, tag: "\"\(work.digest)-gzip\"", headers: headers) }
        size = print.bytes.count + (work.gzip?.count ?? 0) + Self.sizeOfHeaders
    }

    /// The whole in the coding that the client prefers, or 304 when it has that already; without a body to HEAD.
    func response(to request: Request) -> Response {
        let answers = answers(to: request)
        if request.headers.showKnowledge(of: answers.tag, from: lastModified) { return answers.notModified }
        return request.method == .head ? answers.whole.createHeadResponse() : answers.whole
    }

    private func answers(to request: Request) -> Answers {
        guard let compressed, let field = request.headers[.acceptEncoding], AcceptEncoding(field).prefersGzip else {
            return plain
        }
        return compressed
    }

    private static let sizeOfHeaders = 2048

    /// Different bytes never have one date, or a client that goes by dates would keep the older ones.
    private static func date(
        of print: Print, after earlier: Rendering?
    ) -> (notBefore: Instant?, lastModified: Instant?) {
        guard case .revised(let revised) = print.dating else { return (nil, nil) }
        guard let earlier else { return (revised, revised) }
        guard let last = earlier.notBefore, last >= print.asOf else { return (print.asOf, print.asOf) }
        return (last, nil)
    }
}
