import CivilTime
import Crypto
import HTTPTypes
import Hummingbird
import Mentoring
import NIOCore
import NIOHTTP1

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
        let whole: Head
        let notModified: Head
        let body: ByteBuffer

        init(_ bytes: [UInt8], tag: String, headers: HTTPFields) {
            self.tag = tag
            body = ByteBuffer(bytes: bytes)
            var headers = headers
            headers[.eTag] = tag
            // It says what a cache needs to know of what it has (RFC 9110 §15.4.5), and not how that is written.
            var known = headers
            known[.contentType] = nil
            known[.contentEncoding] = nil
            notModified = Head(status: .notModified, fields: known)
            headers[.contentLength] = String(bytes.count)
            whole = Head(status: .ok, fields: headers)
        }
    }

    /// What precedes a body, as the router has it and as it is sent.
    private struct Head {
        let status: HTTPResponse.Status
        let fields: HTTPFields
        let sent: HTTPResponseHead

        init(status: HTTPResponse.Status, fields: HTTPFields) {
            self.status = status
            self.fields = fields
            sent = HTTPResponseHead(
                version: .http1_1, status: HTTPResponseStatus(statusCode: status.code),
                headers: HTTPHeaders(fields.map { ($0.name.rawName, $0.value) }))
        }
    }

    /// What it takes longest to make of the bytes, and what needs nothing else.
    struct Workpiece: Sendable {
        fileprivate let print: Print
        fileprivate let digest: String
        /// What it was before, where the bytes are the same: most changes of the database are of something else.
        fileprivate let known: Rendering?
        fileprivate let gzip: [UInt8]?

        init(_ print: Print, earlier: Rendering?) {
            self.print = print
            digest = SHA256.hash(data: print.bytes).hexadecimal
            known = earlier?.tag == "\"\(digest)\"" ? earlier : nil
            gzip = print.isCompressed && known == nil ? Gzip.compressed(print.bytes) : nil
        }
    }

    /// Something that never changes.
    init(_ print: Print) { self.init(Workpiece(print, earlier: nil), after: nil) }

    /// - Parameters:
    ///   - work: the bytes.
    ///   - earlier: what it was before, if that is known; it is kept with its tag and date when the bytes are the same.
    init(_ work: Workpiece, after earlier: Rendering?) {
        let print = work.print
        let tag = "\"\(work.digest)\""
        if let same = [earlier, work.known].compactMap(\.self).first(where: { $0.tag == tag }) {
            self = same
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
    func answer(to request: some Inquiry) -> ReadyAnswers.Answer {
        let (head, body) = found(for: request)
        return ReadyAnswers.Answer(head: head.sent, body: body)
    }

    /// The same, as the router answers.
    func response(to request: Request) -> Response {
        let (head, body) = found(for: request)
        return Response(
            status: head.status, headers: head.fields, body: body.map(ResponseBody.init(byteBuffer:)) ?? ResponseBody())
    }

    private func found(for request: some Inquiry) -> (head: Head, body: ByteBuffer?) {
        let answers = answers(to: request)
        if request.knows(answers.tag, from: lastModified) { return (answers.notModified, nil) }
        return (answers.whole, request.method == .head ? nil : answers.body)
    }

    private func answers(to request: some Inquiry) -> Answers {
        guard let compressed, let field = request.field(.acceptEncoding), AcceptEncoding(field).prefersGzip else {
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
