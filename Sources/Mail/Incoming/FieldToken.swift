/// A piece of a structured header field: what stands between blanks and comments (RFC 5322 §3.2).
struct FieldToken: Equatable {
    enum Kind: Equatable {
        case word([UInt8])
        /// A quoted string without its quotation marks and backslashes.
        case quoted([UInt8])
        /// A character that divides the field.
        case mark(UInt8)
    }

    let kind: Kind
    /// Whether a blank or a comment stands before it.
    let isApart: Bool

    /// The text of a word, which a field's own letters are in: ASCII, or nil.
    var word: String? {
        guard case .word(let bytes) = kind, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether it is this mark.
    func isMark(_ mark: Character) -> Bool { mark.asciiValue.map { kind == .mark($0) } ?? false }

    /// The marks of addresses (RFC 5322 §3.2.3); the end of a comment that did not begin is one.
    static let addressMarks = Set("<>[]:;@\\,.)".utf8)
    /// The marks of fields such as Content-Type and Authentication-Results that assign values.
    static let assignmentMarks = Set(";=".utf8)

    /// The pieces of a field; nil when a quoted string or a comment has no end, or a control character is in it.
    ///
    /// Comments may lie within each other to any depth; nothing in them is looked at.
    static func all(in value: [UInt8], marks: Set<UInt8>) -> [FieldToken]? {
        var tokens: [FieldToken] = []
        var (isApart, position) = (false, 0)
        while position < value.count {
            switch value[position] {
            case 0x20, 0x09:
                isApart = true
                position += 1
                continue
            case UInt8(ascii: "("):
                guard let end = endOfComment(in: value, from: position) else { return nil }
                isApart = true
                position = end
                continue
            case UInt8(ascii: "\""):
                guard let (text, end) = quotedString(in: value, from: position) else { return nil }
                tokens.append(FieldToken(kind: .quoted(text), isApart: isApart))
                position = end
            case let byte where marks.contains(byte):
                tokens.append(FieldToken(kind: .mark(byte), isApart: isApart))
                position += 1
            case let byte where isControl(byte) || byte == UInt8(ascii: ")"): return nil
            default:
                let word = value[position...].prefix { !endsWord($0) && !marks.contains($0) }
                tokens.append(FieldToken(kind: .word(Array(word)), isApart: isApart))
                position = word.endIndex
            }
            isApart = false
        }
        return tokens
    }

    private static func endsWord(_ byte: UInt8) -> Bool { isControl(byte) || " \t()\"".utf8.contains(byte) }

    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }

    private static func endOfComment(in value: [UInt8], from start: Int) -> Int? {
        var (depth, position) = (0, start)
        while position < value.count {
            switch value[position] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return position + 1 }
            case UInt8(ascii: "\\"): position += 1
            case let byte where isControl(byte): return nil
            default: break
            }
            position += 1
        }
        return nil
    }

    private static func quotedString(in value: [UInt8], from start: Int) -> (text: [UInt8], end: Int)? {
        var (text, position): ([UInt8], Int) = ([], start + 1)
        while position < value.count {
            switch value[position] {
            case UInt8(ascii: "\""): return (text, position + 1)
            case UInt8(ascii: "\\"):
                position += 1
                guard position < value.count, !isControl(value[position]) else { return nil }
                text.append(value[position])
            case let byte where isControl(byte): return nil
            case let byte: text.append(byte)
            }
            position += 1
        }
        return nil
    }
}
