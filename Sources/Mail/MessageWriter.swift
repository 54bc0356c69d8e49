import Foundation

/// Collects the bytes of an RFC 5322 message.
///
/// Nothing but printable ASCII and its own CRLFs ever leaves it, so no value can begin a new header field.
struct MessageWriter {
    private(set) var bytes: [UInt8] = []

    /// Writes one line.
    mutating func line(_ text: String = "") {
        bytes.append(contentsOf: text.utf8.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") })
        bytes.append(contentsOf: Self.lineEnd)
    }

    /// Writes a header field, folded between its words so that lines keep to 76 characters where the words allow it
    /// (RFC 5322 §2.2.3, RFC 2047 §2).
    mutating func field(_ name: String, _ words: [String]) {
        var current = name + ":"
        for word in words {
            if current.utf8.count + 1 + word.utf8.count > 76 {
                line(current)
                current = ""
            }
            current += " " + word
        }
        line(current)
    }

    /// Writes a body in base64, 76 characters a line (RFC 2045 §6.8).
    mutating func base64(_ content: [UInt8]) {
        let options: Data.Base64EncodingOptions = [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ]
        bytes.append(contentsOf: Data(content).base64EncodedData(options: options))
        bytes.append(contentsOf: Self.lineEnd)
    }

    private static let lineEnd: [UInt8] = [0x0D, 0x0A]
}
