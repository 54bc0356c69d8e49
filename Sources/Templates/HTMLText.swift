/// Text in an HTML document.
package enum HTMLText {
    /// The text with every character replaced that would be markup in an element or in an attribute's quotes.
    ///
    /// Byte by byte: by characters a quotation mark that a combining accent follows would stay, and ends an attribute all the same.
    package static func escaped(_ text: String) -> String {
        var escaped: [UInt8] = []
        append(text, to: &escaped)
        return String(decoding: escaped, as: UTF8.self)
    }

    static func append(_ text: String, to escaped: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            // What stands as it is, nearly all of it, is copied in runs.
            var run = bytes.startIndex
            for place in bytes.indices {
                guard let reference = reference(for: bytes[place]) else { continue }
                escaped += bytes[run..<place]
                escaped += reference.utf8
                run = place + 1
            }
            escaped += bytes[run...]
        }
    }

    private static func reference(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
