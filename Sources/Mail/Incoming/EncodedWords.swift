/// Header text with the encoded words in it decoded (RFC 2047).
enum EncodedWords {
    /// The longest charset name or content that is tried; RFC 2047 §2 allows 75 for the whole word.
    private static let limit = 1000

    /// The text of an unstructured field such as Subject.
    ///
    /// What is not an encoded word of a charset that we read stays as it is. Bytes outside ASCII are UTF-8 (RFC 6532).
    static func decoded(_ value: [UInt8]) -> String {
        var text = ""
        var plain: [UInt8] = []
        var run: (charset: Charset, bytes: [UInt8])?

        func endRun() {
            // A character may be cut between two words, though it should not.
            if let run { text += run.charset.decode(run.bytes[...]) ?? String(decoding: run.bytes, as: UTF8.self) }
            run = nil
        }
        func endPlain() {
            text += String(decoding: plain, as: UTF8.self)
            plain = []
        }

        var position = 0
        while position < value.count {
            if value[position] == UInt8(ascii: "="), let word = word(in: value, from: position) {
                // Blanks between two encoded words are no text.
                if run != nil, plain.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                    plain = []
                    if run?.charset != word.charset { endRun() }
                } else {
                    endRun()
                    endPlain()
                }
                if run == nil { run = (word.charset, []) }
                run?.bytes += word.bytes
                position = word.end
                continue
            }
            plain.append(value[position])
            position += 1
        }
        endRun()
        endPlain()
        return text
    }

    /// `=?charset*language?B?text?=`, which begins at the position.
    private static func word(in value: [UInt8], from start: Int) -> (charset: Charset, bytes: [UInt8], end: Int)? {
        let question = UInt8(ascii: "?")
        /// What stands from there to the next question mark, without a blank or `=?` in it.
        func part(from position: Int) -> ArraySlice<UInt8>? {
            guard position < value.count else { return nil }
            let part = value[position...].prefix(limit).prefix { $0 != question && (0x21...0x7E).contains($0) }
            return part.endIndex < value.count && value[part.endIndex] == question ? part : nil
        }
        guard start + 1 < value.count, value[start + 1] == question, let name = part(from: start + 2),
            let encoding = part(from: name.endIndex + 1), encoding.count == 1,
            let written = part(from: encoding.endIndex + 1), written.endIndex + 1 < value.count,
            value[written.endIndex + 1] == UInt8(ascii: "="),
            let charset = Charset(name: String(decoding: name.prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self))
        else { return nil }
        let bytes: [UInt8]?
        switch encoding.first {
        case UInt8(ascii: "B"), UInt8(ascii: "b"): bytes = Base64.decode(written)
        case UInt8(ascii: "Q"), UInt8(ascii: "q"):
            bytes = QuotedPrintable.decode(written.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
        default: bytes = nil
        }
        return bytes.map { (charset, $0, written.endIndex + 2) }
    }
}
