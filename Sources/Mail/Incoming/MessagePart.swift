/// A message, or a part of one (RFC 2046).
struct MessagePart {
    /// How deep multiparts may lie within each other.
    static let depthLimit = 8
    /// The most parts in a message, at any depth.
    static let countLimit = 100

    let header: HeaderFields
    /// Nil when its Content-Type makes no sense.
    let type: MediaType?
    /// As it came; empty for a multipart.
    let body: ArraySlice<UInt8>
    /// The parts of a multipart; a message within the message is not looked into, being somebody else's.
    let children: [MessagePart]

    /// Everything in it that holds no other parts, in order.
    var leaves: [MessagePart] { type?.isMultipart ?? false ? children.flatMap(\.leaves) : [self] }

    /// The body as its sender had it.
    func content() throws(Unreadable) -> ArraySlice<UInt8> {
        let encoding = TransferEncoding(try header.only("content-transfer-encoding"))
        // A gateway that has undone the encoding may leave the word for it.
        if case .base64 = encoding, WholeCalendar.cut(from: body).count < body.count { return body }
        return encoding.decode(body)
    }
}

extension MediaType {
    var isMultipart: Bool { name.hasPrefix("multipart/") }
}

extension MessagePart {
    /// Reads what follows a header.
    /// - Throws: `Unreadable` when its parts cannot be told apart, or are more or deeper than the limits allow.
    static func read(_ header: HeaderFields, _ body: ArraySlice<UInt8>) throws(Unreadable) -> MessagePart {
        var count = 1
        let isMultipart = try header.only("content-type").flatMap { MediaType($0) }?.isMultipart ?? false
        let lines = isMultipart ? DashedLines(of: body) : DashedLines(of: [])
        return try read(header, body, lines, depth: 0, count: &count)
    }

    private static func read(
        _ header: HeaderFields, _ body: ArraySlice<UInt8>, _ lines: DashedLines, depth: Int, count: inout Int
    ) throws(Unreadable) -> MessagePart {
        let written = try header.only("content-type")
        let type = written.map { MediaType($0) } ?? .plain
        guard let type, type.isMultipart else {
            return MessagePart(header: header, type: type, body: body, children: [])
        }
        guard depth < depthLimit else { throw Unreadable("its parts lie deeper than \(depthLimit) within each other") }
        guard case .identity = TransferEncoding(try header.only("content-transfer-encoding")) else {
            throw Unreadable("one of its multiparts is encoded as a whole, which none may be")
        }
        guard let boundary = type.parameter("boundary"), (1...70).contains(boundary.utf8.count),
            !boundary.hasSuffix(" ")
        else { throw Unreadable("one of its multiparts does not say what divides it") }
        var children: [MessagePart] = []
        for piece in try pieces(of: body, boundary: boundary, among: lines, limit: countLimit - count) {
            count += 1
            let (header, body) = try HeaderFields.read(piece)
            children.append(try read(header, body, lines, depth: depth + 1, count: &count))
        }
        return MessagePart(header: header, type: type, body: [], children: children)
    }

    /// What lies between the delimiter lines (RFC 2046 §5.1.1); the last one ends with the message where gateways have lost the
    /// closing delimiter.
    /// - Throws: `Unreadable` when there are more than `limit` pieces, or no delimiter.
    private static func pieces(
        of body: ArraySlice<UInt8>, boundary: String, among lines: DashedLines, limit: Int
    ) throws(Unreadable) -> [ArraySlice<UInt8>] {
        let boundary = Array(boundary.utf8)
        var start: Int?
        var pieces: [ArraySlice<UInt8>] = []
        for line in lines.starts(in: body.indices).lazy.map(Int.init) {
            guard body[(line + 2)...].starts(with: boundary),
                let (next, isLast) = restOfDelimiter(in: body, from: line + 2 + boundary.count)
            else { continue }
            if let start {
                // The line end before a delimiter belongs to the delimiter.
                // (Not removeLast, which copies what is shared.)
                var piece = body[start..<line]
                if piece.last == 0x0A { piece = piece.dropLast() }
                if piece.last == 0x0D { piece = piece.dropLast() }
                pieces.append(piece)
            }
            if isLast { return pieces }
            guard pieces.count < limit else { throw Unreadable("it has more than \(countLimit) parts") }
            start = next
        }
        guard let start else { throw Unreadable("one of its multiparts has no parts; it may have been cut off") }
        return pieces + [body[start...]]
    }

    /// Where the line after a delimiter begins, and whether that was the closing one; nil when it goes on otherwise.
    private static func restOfDelimiter(in body: ArraySlice<UInt8>, from start: Int) -> (end: Int, isLast: Bool)? {
        var rest = body[start...]
        let isLast = rest.starts(with: "--".utf8)
        if isLast { rest = rest.dropFirst(2) }
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
        if rest.first == 0x0D { rest = rest.dropFirst() }
        guard let first = rest.first else { return isLast ? (rest.endIndex, true) : nil }
        return first == 0x0A ? (rest.startIndex + 1, isLast) : nil
    }
}
