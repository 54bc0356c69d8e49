/// Reads the beginning of a line from left to right, without the codes by which chat programs colour text.
struct LineScanner {
    private let bytes: [UInt8]
    private var place = 0

    init(_ line: [UInt8]) {
        bytes = line.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F } ? Self.plain(line) : line
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    var isAtEnd: Bool { place == bytes.count }

    var isBlank: Bool { bytes[place...].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

    /// The next byte; nil at the end.
    var next: UInt8? { isAtEnd ? nil : bytes[place] }

    /// The rest, as UTF-8 where it is that, else as ISO 8859-1; what could command a terminal is U+FFFD.
    var text: String { Self.text(bytes[place...]) }

    mutating func consume(_ expected: StaticString) -> Bool {
        let length = expected.utf8CodeUnitCount
        guard bytes.count - place >= length else { return false }
        for index in 0..<length where bytes[place + index] != expected.utf8Start[index] { return false }
        place += length
        return true
    }

    /// So many decimal digits; nothing is read when they are not there.
    mutating func digits(_ count: Int) -> Int? {
        guard bytes.count - place >= count else { return nil }
        var value = 0
        for index in place..<place + count {
            guard bytes[index].isDigit else { return nil }
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        place += count
        return value
    }

    /// So many decimal digits and what follows them; nothing is read when either is not there.
    mutating func digits(_ count: Int, before end: StaticString) -> Int? {
        let start = place
        if let value = digits(count), consume(end) { return value }
        place = start
        return nil
    }

    mutating func skipBlanks() {
        while next == UInt8(ascii: " ") { place += 1 }
    }

    /// The text before the next such character, which is read too; nil when there is none.
    mutating func upTo(_ end: Unicode.Scalar) -> String? {
        guard let found = bytes[place...].firstIndex(of: UInt8(ascii: end)) else { return nil }
        defer { place = found + 1 }
        return Self.text(bytes[place..<found])
    }

    /// The text before the next blank; nil when there is none.
    func word() -> String? {
        let word = bytes[place...].prefix { $0 != UInt8(ascii: " ") }
        return word.isEmpty ? nil : Self.text(word)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) { return String(decoding: bytes, as: UTF8.self) }
        let text =
            String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0 != " " && $0 != "\t" && $0.isForeignToNicknames ? "\u{FFFD}" : $0 }))
    }

    /// The line without control characters, and without the digits of mIRC's colours: 0x03 with one or two decimal digits for
    /// the text and as many after a comma for what is behind it, 0x04 with six hexadecimal digits.
    private static func plain(_ line: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(line.count)
        var rest = line[...]
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
        dropFirst(prefix(most).prefix(while: \.isDigit).count)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    fileprivate var isHexadecimalDigit: Bool { Character(Unicode.Scalar(self)).isHexDigit }
}
