import Mentoring

extension String {
    /// The text as calendar programs may get it: line breaks as `\n`, tabs as blanks, and every other control
    /// character, which RFC 5545 §3.1 forbids, as U+FFFD.
    var calendarText: String {
        // Almost every text is fit already: printable ASCII, or sequences that do not begin with C2 (controls) or E2.
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 >= 0x80 && $0 != 0xC2 && $0 != 0xE2 }) { return self }
        var text = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0A where afterReturn: break
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: text.append("\n")
            case 0x09: text.append(" ")
            case 0..<0x20, 0x7F..<0xA0: text.append("\u{FFFD}")
            default: text.append(scalar)
            }
            afterReturn = scalar.value == 0x0D
        }
        return String(text)
    }

    /// The address with every byte that RFC 3986 does not allow in a URI percent-encoded.
    var percentEncodedForURI: String {
        // RFC 3986 §2.2, and the percent sign.
        percentEncoded(keeping: ":/?#[]@!$&'()*+,;=%")
    }

    /// Whether the text is the address of something, such as a channel or a video call, rather than its name.
    var isURL: Bool {
        guard let end = utf8.firstIndex(of: UInt8(ascii: ":")), self[end...].hasPrefix("://") else { return false }
        let scheme = self[..<end]
        return scheme.utf8.first.map { $0 | 0x20 }.map((UInt8(ascii: "a")...UInt8(ascii: "z")).contains) == true
            && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
            && !contains(where: \.isWhitespace)
    }
}
