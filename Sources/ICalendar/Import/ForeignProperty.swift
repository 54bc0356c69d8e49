/// A property of another program's calendar that is looked at: one of `ForeignNames`.
struct ForeignProperty: Hashable, Sendable {
    /// In capital letters.
    let name: String
    /// Names in capital letters, values without quotation marks.
    let parameters: [String: String]
    let value: String

    /// The items between commas.
    var values: [String] { value.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
}

/// What one content line is (RFC 5545 §3.1).
enum ForeignLine: Hashable {
    case begin(String)
    case end(String)
    case property(ForeignProperty)
    /// A line that is dropped unread.
    case other
    /// No content line.
    case broken

    /// Reads a line whose folding is undone, and drops properties of other names; the text is without line breaks.
    init(_ text: String, names: ForeignNames) {
        let bytes = text.utf8
        let name = text[..<(bytes.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") } ?? text.endIndex)]
        let known = name.uppercased()
        // A line that nobody reads may be what it likes.
        guard names.contains(known) else {
            self = .other
            return
        }
        guard name.endIndex < text.endIndex, known == "COMMENT" || !bytes.contains(where: Self.isForbidden) else {
            self = names.welcome.contains(known) ? .other : .broken
            return
        }
        switch known {
        case "BEGIN", "END":
            let value = text[name.endIndex...].dropFirst()
            guard Self.isName(value) else {
                self = .broken
                return
            }
            self = known == "BEGIN" ? .begin(value.uppercased()) : .end(value.uppercased())
        default:
            let property = Self.property(known, text[name.endIndex...]).map(Self.property)
            self = property ?? (names.welcome.contains(known) ? .other : .broken)
        }
    }

    /// Reads `;NAME=VALUE;NAME="VALUE":value`.
    private static func property(_ name: String, _ text: Substring) -> ForeignProperty? {
        let (semicolon, colon) = (UInt8(ascii: ";"), UInt8(ascii: ":"))
        var parameters: [String: String] = [:]
        var rest = text.utf8
        while rest.first == semicolon {
            rest = rest.dropFirst()
            guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let parameter = Substring(rest[..<equals])
            let value = rest[equals...].dropFirst()
            var isQuoted = false
            let end = value.firstIndex { byte in
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                return !isQuoted && (byte == semicolon || byte == colon)
            }
            guard var end, isName(parameter) else { return nil }
            // Microsoft's names of zones have a colon, and stand without the quotation marks that they then need: TZID=tzone://Microsoft/Utc.
            // The dates behind have none.
            if parameter.uppercased() == "TZID",
                let next = value[end...].dropFirst().firstIndex(where: { $0 == semicolon || $0 == colon })
            {
                end = next
            }
            let text = String(decoding: value[..<end].filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
            // Said twice it is one thing; two things nobody can choose from.
            if let earlier = parameters.updateValue(text, forKey: parameter.uppercased()), earlier != text {
                return nil
            }
            rest = rest[end...]
        }
        guard rest.first == colon else { return nil }
        return ForeignProperty(name: name, parameters: parameters, value: String(Substring(rest.dropFirst())))
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch Unicode.Scalar(byte) {
                case "A"..."Z", "a"..."z", "0"..."9", "-", "_": true
                default: false
                }
            }
    }

    private static func isForbidden(_ byte: UInt8) -> Bool { byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F }
}
