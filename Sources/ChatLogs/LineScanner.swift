/// Reads the beginning of a line from left to right, without the codes by which chat programs colour text.
struct LineScanner {
    private var bytes: ArraySlice<UInt8>

    init(_ line: [UInt8]) {
        let line = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line[...]
        let hasControls = line.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }
        bytes = hasControls ? Self.plain(line)[...] : line
    }

    var isAtEnd: Bool { bytes.isEmpty }

    var isBlank: Bool { bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

    /// The next character of ASCII; nil at the end or where the next is none.
    var next: Character? { bytes.first.flatMap { $0 < 0x80 ? Character(Unicode.Scalar($0)) : nil } }

    /// The rest, as UTF-8 where it is that, else as ISO 8859-1; what could command a terminal is U+FFFD.
    var text: String { Self.text(bytes) }

    mutating func consume(_ expected: StaticString) -> Bool {
        let expected = UnsafeBufferPointer(start: expected.utf8Start, count: expected.utf8CodeUnitCount)
        guard bytes.starts(with: expected) else { return false }
        bytes = bytes.dropFirst(expected.count)
        return true
    }

    /// So many decimal digits; nothing is read when they are not there.
    mutating func digits(_ count: Int) -> Int? {
        let digits = bytes.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        bytes = bytes.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// So many decimal digits and what follows them; nothing is read when either is not there.
    mutating func digits(_ count: Int, before end: StaticString) -> Int? {
        let start = bytes
        if let value = digits(count), consume(end) { return value }
        bytes = start
        return nil
    }

    mutating func skipBlanks() { bytes = bytes.drop { $0 == UInt8(ascii: " ") } }

    /// The text before the next such character, which is read too; nil when there is none.
    mutating func upTo(_ end: Unicode.Scalar) -> String? {
        guard let place = bytes.firstIndex(of: UInt8(ascii: end)) else { return nil }
        defer { bytes = bytes[(place + 1)...] }
        return Self.text(bytes[..<place])
    }

    /// The text before the next blank; nil when there is none.
    func word() -> String? {
        let word = bytes.prefix { $0 != UInt8(ascii: " ") }
        return word.isEmpty ? nil : Self.text(word)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let text =
            String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        guard text.unicodeScalars.contains(where: { $0 != " " && $0 != "\t" && $0.isForeignToNicknames }) else {
            return text
        }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0 != " " && $0 != "\t" && $0.isForeignToNicknames ? "\u{FFFD}" : $0 }))
    }

    /// The line without control characters, and without the digits of mIRC's colours: 0x03 with one or two decimal digits for
    /// the text and as many after a comma for what is behind it, 0x04 with six hexadecimal digits.
    private static func plain(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        var rest = line
        while let byte = rest.popFirst() {
            switch byte {
            case 0x03:
                let before = rest
                rest = rest.dropDigits(2)
                if rest.count < before.count, rest.first == UInt8(ascii: ",") {
                    let background = rest.dropFirst().dropDigits(2)
                    if background.count < rest.count - 1 { rest = background }
                }
            case 0x04: rest = rest.dropFirst(rest.prefix(6).allSatisfy(\.isHexadecimalDigit) ? 6 : 0)
            case 0x09, 0x20...0x7E, 0x80...: plain.append(byte)
            default: continue
            }
        }
        return plain
    }
}

extension ArraySlice<UInt8> {
    fileprivate func dropDigits(_ most: Int) -> ArraySlice<UInt8> {
        dropFirst(prefix(most).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count)
    }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool { Character(Unicode.Scalar(self)).isHexDigit }
}
