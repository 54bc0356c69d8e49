/// What may reach a terminal of what somebody else wrote: nothing that a terminal would obey, and nothing that is not seen.
///
/// Escape sequences, C0 and C1 controls (ECMA-48), line separators, and format characters such as those that reverse text
/// (Unicode's Cf) are shown as U+FFFD; but for the joiners, which Persian and Indic scripts need to be read.
package enum CleanText {
    /// The text as a terminal shows it; its own line ends and tabs stay.
    package static func of(_ text: String) -> String {
        replacing(text) { scalar, clean in
            if scalar == "\n" || scalar == "\t" { clean.append(scalar) } else { clean.append("\u{FFFD}") }
        }
    }

    /// JSON that holds the same values, with those characters written as `\uXXXX` (RFC 8259 §7).
    package static func of(json: String) -> String {
        replacing(json) { scalar, clean in
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                clean.append(
                    contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
            }
        }
    }

    /// Bytes of a calendar or a picture: on a terminal as `of`; elsewhere without controls that neither format has.
    package static func of(_ bytes: [UInt8], onTerminal: Bool) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        if onTerminal { return Array(of(text.replacing("\r\n", with: "\n")).utf8) }
        let isClean = text.unicodeScalars.allSatisfy { !$0.isControl || $0 == "\r" || $0 == "\n" || $0 == "\t" }
        guard !isClean || !text.utf8.elementsEqual(bytes) else { return bytes }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isKept = !scalar.isControl || scalar == "\r" || scalar == "\n" || scalar == "\t"
            clean.append(isKept ? scalar : "\u{FFFD}")
        }
        return Array(String(clean).utf8)
    }

    private static func replacing(
        _ text: String, _ replace: (Unicode.Scalar, inout String.UnicodeScalarView) -> Void
    ) -> String {
        guard text.unicodeScalars.contains(where: \.isNotForTerminals) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isNotForTerminals { replace(scalar, &clean) } else { clean.append(scalar) }
        }
        return String(clean)
    }
}

extension Unicode.Scalar {
    /// C0, DEL and C1.
    fileprivate var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }

    /// Whether a terminal would obey it, or a reader not see it.
    fileprivate var isNotForTerminals: Bool {
        if value < 0x7F { return value < 0x20 }
        if isControl || properties.isNoncharacterCodePoint { return true }
        switch properties.generalCategory {
        case .lineSeparator, .paragraphSeparator: return true
        case .format: return value != 0x200C && value != 0x200D
        default: return false
        }
    }
}
