/// A piece of a template as it is written.
indirect enum SourcePiece {
    case text([UInt8])
    case value(Template.Path, isEscaped: Bool)
    case section(Template.Path, [SourcePiece], isInverted: Bool)
    /// `{{> name}}`, or `{{<name}}` with the blocks that take the place of its own.
    case include(String, blocks: [String: [SourcePiece]])
    /// `{{$name}}`, with what stands there if nobody says otherwise.
    case block(String, [SourcePiece])
}

/// Reads a template's text.
struct TemplateReader {
    private let text: [UInt8]
    private var position = 0

    private init(_ text: [UInt8]) { self.text = text }

    /// All pieces of a template.
    ///
    /// - Throws: ``TemplateError``.
    static func pieces(of text: String) throws(TemplateError) -> [SourcePiece] {
        var reader = TemplateReader(Array(text.utf8))
        return try reader.pieces(until: nil)
    }

    /// What comes up to a section's end, or to the text's.
    private mutating func pieces(until end: String?) throws(TemplateError) -> [SourcePiece] {
        var pieces: [SourcePiece] = []
        while let (before, tag) = try nextTag() {
            if !before.isEmpty { pieces.append(.text(Array(before))) }
            switch tag.kind {
            case .comment: break
            case .value, .unescaped: pieces.append(.value(.init(tag.name), isEscaped: tag.kind == .value))
            case .section, .inverted:
                let inner = try self.pieces(until: tag.name)
                pieces.append(.section(.init(tag.name), inner, isInverted: tag.kind == .inverted))
            case .include: pieces.append(.include(tag.name, blocks: [:]))
            case .block: pieces.append(.block(tag.name, try self.pieces(until: tag.name)))
            case .inherit:
                var blocks: [String: [SourcePiece]] = [:]
                for case .block(let name, let inner) in try self.pieces(until: tag.name) { blocks[name] = inner }
                pieces.append(.include(tag.name, blocks: blocks))
            case .end:
                guard tag.name == end else { throw .unopened(tag.name) }
                return pieces
            }
        }
        if let end { throw .unclosed(end) }
        if position < text.count { pieces.append(.text(Array(text[position...]))) }
        position = text.count
        return pieces
    }

    private enum Kind: UInt8 {
        case section = 0x23, inverted = 0x5E, end = 0x2F, include = 0x3E, inherit = 0x3C, block = 0x24, comment = 0x21
        case unescaped = 0x7B
        case value = 0

        /// Whether a line that has only such a tag is not there when it is rendered.
        var standsAlone: Bool { self != .value && self != .unescaped }
    }

    /// The next tag with the text before it, which is passed.
    private mutating func nextTag() throws(TemplateError) -> (before: ArraySlice<UInt8>, (kind: Kind, name: String))? {
        guard let open = Self.first("{{", in: text[position...]) else { return nil }
        let kind = open + 2 < text.count ? Kind(rawValue: text[open + 2]) ?? .value : .value
        let inner = open + 2 + (kind == .value ? 0 : 1)
        guard let close = Self.first(kind == .unescaped ? "}}}" : "}}", in: text[min(inner, text.count)...]) else {
            throw .unfinishedTag
        }
        let name = String(decoding: text[inner..<close], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined()
        var (start, end) = (open, close + (kind == .unescaped ? 3 : 2))
        if kind.standsAlone, let line = lineAround(open, end) { (start, end) = (line.lowerBound, line.upperBound) }
        let before = text[position..<max(position, start)]
        position = end
        return (before, (kind, kind == .value && name == "." ? "" : name))
    }

    /// The line of a tag, its end included, where nothing else stands on it.
    private func lineAround(_ open: Int, _ end: Int) -> Range<Int>? {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let newline = UInt8(ascii: "\n")
        let start = (text[..<open].lastIndex { !isBlank($0) }).map { $0 + 1 } ?? 0
        guard start == 0 || text[start - 1] == newline else { return nil }
        guard let next = text[end...].firstIndex(where: { !isBlank($0) }) else { return start..<text.count }
        return text[next] == newline ? start..<next + 1 : nil
    }

    private static func first(_ pattern: StaticString, in text: ArraySlice<UInt8>) -> Int? {
        pattern.withUTF8Buffer { pattern in
            text.indices.first { text[$0...].starts(with: pattern) }
        }
    }
}
