/// Reads a template's text, piece by piece.
struct TemplateReader {
    private var rest: Substring
    /// Whether nothing but blanks precedes what is next in its line.
    private var beginsLine = true

    init(_ text: String) { rest = text[...] }

    /// What is between two braces on each side: a sign, and a name.
    private struct Tag {
        let sign: Character?
        let name: String
    }

    /// All up to the tag that closes a section, or up to the end.
    mutating func pieces(until name: String?) throws(Template.Malformed) -> [Template.Piece] {
        var pieces: [Template.Piece] = []
        while let (text, tag) = try next() {
            if !text.isEmpty { pieces.append(.text(text)) }
            switch tag.sign {
            case nil: pieces.append(.value(.init(tag.name), isMarkup: false))
            case "{": pieces.append(.value(.init(tag.name), isMarkup: true))
            case "#": pieces.append(.section(.init(tag.name), try self.pieces(until: tag.name)))
            case "^": pieces.append(.otherwise(.init(tag.name), try self.pieces(until: tag.name)))
            case "$": pieces.append(.block(tag.name, try self.pieces(until: tag.name)))
            case ">": pieces.append(.template(tag.name, blocks: [:]))
            case "<": pieces.append(.template(tag.name, blocks: try blocks(until: tag.name)))
            case "!": break
            default:
                guard tag.name == name else { throw Template.Malformed(reason: "\(tag.name) is closed and not open") }
                return pieces
            }
        }
        if let name { throw Template.Malformed(reason: "\(name) is not closed") }
        return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
    }

    /// The blocks that are given to another template; what stands between them is not shown.
    private mutating func blocks(until name: String) throws(Template.Malformed) -> [String: [Template.Piece]] {
        var blocks: [String: [Template.Piece]] = [:]
        for case .block(let name, let pieces) in try pieces(until: name) { blocks[name] = pieces }
        return blocks
    }

    /// The next tag and the text before it; nil when there is no other.
    private mutating func next() throws(Template.Malformed) -> (text: String, tag: Tag)? {
        guard let opening = rest.firstRange(of: "{{") else { return nil }
        var text = rest[..<opening.lowerBound]
        rest = rest[opening.upperBound...]
        let sign = rest.first.flatMap { "{#^/$<>!".contains($0) ? $0 : nil }
        if sign != nil { rest = rest.dropFirst() }
        guard let closing = rest.firstRange(of: sign == "{" ? "}}}" : "}}") else {
            throw Template.Malformed(reason: "a tag has no end")
        }
        let name = rest[..<closing.lowerBound].filter { $0 != " " }
        rest = rest[closing.upperBound...]
        guard sign == "!" || !name.isEmpty && name.utf8.allSatisfy(Self.mayStandInName) else {
            throw Template.Malformed(reason: "\(name) is not understood")
        }
        takeLine(around: &text, of: sign)
        return (String(text), Tag(sign: sign, name: String(name)))
    }

    private static func mayStandInName(_ byte: UInt8) -> Bool {
        let character = Character(UnicodeScalar(byte))
        return character.isASCII && (character.isLetter || character.isNumber) || character == "." || character == "-"
    }

    /// A line on which there is a tag alone that writes nothing itself does not stand in the page.
    private mutating func takeLine(around text: inout Substring, of sign: Character?) {
        let line = text.lastIndex(of: "\n").map { text[text.index(after: $0)...] }
        let isFirst = (line ?? text).allSatisfy { $0 == " " } && (line != nil || beginsLine)
        let blanks = rest.prefix { $0 == " " }
        let after = rest.dropFirst(blanks.count)
        guard isFirst, sign != nil, sign != "{", after.isEmpty || after.first == "\n" else {
            beginsLine = false
            return
        }
        text = text.dropLast(line?.count ?? text.count)
        rest = after.dropFirst()
        beginsLine = true
    }
}
