import CivilTime
import Crypto
import HTTPTypes
import Hummingbird
import Mentoring

/// Bytes that can be cached, and the answer to a request for them (RFC 9110 §13, RFC 9111).
struct Representation {
    let contentType: String
    let bytes: [UInt8]
    let cacheControl: String
    /// When the bytes last became different, as far as that is known.
    var lastModified: Instant?

    /// The whole, or 304 when the client has it already.
    func response(to request: Request) -> Response {
        let tag = entityTag
        var headers: HTTPFields = [.eTag: tag, .cacheControl: cacheControl]
        headers[.lastModified] = lastModified.map(HTTPDate.text)
        if request.knows(tag, from: lastModified) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = contentType
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A strong one: the SHA-256 of the bytes.
    var entityTag: String { "\"\(SHA256.hash(data: bytes).hexadecimal)\"" }
}

extension Inquiry {
    /// Whether the client has the bytes with a tag, which are from a moment, already.
    ///
    /// If-None-Match decides where it is given; If-Modified-Since only where it is not (RFC 9110 §13.2.2).
    func knows(_ tag: String, from lastModified: Instant?) -> Bool {
        if let known = field(.ifNoneMatch) { return known == tag || EntityTags(known).contains(tag) }
        guard let lastModified, let since = field(.ifModifiedSince).flatMap(HTTPDate.instant) else { return false }
        return lastModified <= since
    }
}

/// What If-None-Match lists (RFC 9110 §13.1.2).
struct EntityTags {
    private let any: Bool
    private let opaque: Set<Substring>

    init(_ field: String) {
        any = field == "*"
        // Every second piece between quotes is a tag's opaque part; W/ before it does not matter in a weak comparison.
        let pieces = field.split(separator: "\"", omittingEmptySubsequences: false)
        opaque = Set(stride(from: 1, to: pieces.count - 1, by: 2).map { pieces[$0] })
    }

    /// Compares weakly, as If-None-Match wants it.
    func contains(_ tag: String) -> Bool { any || opaque.contains(tag.dropFirst().dropLast()) }
}
