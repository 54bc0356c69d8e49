/// Text in an HTML document.
enum HTMLText {
    /// The text with every character replaced that would be markup in an element or in an attribute's quotes.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isMarkup) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        write(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds the same to what is written already.
    static func write(_ text: String, to bytes: inout [UInt8]) {
        guard text.utf8.contains(where: isMarkup) else {
            bytes += text.utf8
            return
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}
