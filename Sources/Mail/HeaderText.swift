import Foundation
import Mentoring

/// Text of people's in header fields, where only ASCII is allowed: plain where it can be, RFC 2047 encoded words elsewhere.
enum HeaderText {
    /// The words of an unstructured field such as Subject.
    static func unstructured(_ text: String) -> [String] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let isPlain = words.allSatisfy { !$0.isEmpty && $0.utf8.count <= 60 && $0.utf8.allSatisfy(isPrintable) }
        return isPlain && !text.contains("=?") ? words : encodedWords(text)
    }

    /// The words of a display name: a quoted string, or encoded words.
    static func phrase(_ text: String) -> [String] {
        guard text.utf8.count <= 60, text.utf8.allSatisfy(isPrintable), !text.contains("=?") else {
            return encodedWords(text)
        }
        let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return ["\"\(escaped)\""]
    }

    /// Name and address as From, To and Reply-To have them.
    static func mailbox(_ name: String, _ address: EmailAddress) -> [String] {
        phrase(OneLine.shown(name)) + ["<\(address)>"]
    }

    /// UTF-8 in base64, no word longer than 64 characters and no character split between two (RFC 2047 §5).
    private static func encodedWords(_ text: String) -> [String] {
        var words: [String] = []
        var chunk: [UInt8] = []
        for scalar in OneLine.shown(text).unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if chunk.count + bytes.count > 39 {
                words.append(encodedWord(chunk))
                chunk = []
            }
            chunk += bytes
        }
        return words + [encodedWord(chunk)]
    }

    private static func encodedWord(_ chunk: [UInt8]) -> String { "=?UTF-8?B?\(Data(chunk).base64EncodedString())?=" }

    private static func isPrintable(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }
}
