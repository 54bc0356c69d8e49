/// Reads the beginning of a line from left to right, without the codes by which chat programs colour text, and with one kind of blank.
struct LineScanner {
    private let bytes: [UInt8]
    private var place = 0

    init(_ line: [UInt8]) {
        bytes = line.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F || $0 >= 0xA0 } ? Self.plain(line) : line
        if let mark = Self.byteOrderMarks.first(where: bytes.starts) { place = mark.count }
    }

    /// U+FEFF in UTF-8, and in the two UTF-16s, of whose ASCII nothing else is left once control characters are gone.
    private static let byteOrderMarks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]

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

    /// One or two decimal digits; nothing is read when there is none.
    mutating func number() -> Int? { digits(2) ?? digits(1) }

    /// Passes blanks, and the marks by which some apps hold a line's direction.
    mutating func skipBlanks() {
        while let byte = next {
            if byte == UInt8(ascii: " ") {
                place += 1
            } else if byte < 0x80 || !(consume("\u{200E}") || consume("\u{200F}")) {
                return
            }
        }
    }

    /// What is read by `body`; nothing is read when that finds nothing.
    mutating func attempt<T>(_ body: (inout LineScanner) -> T?) -> T? {
        let start = place
        if let found = body(&self) { return found }
        place = start
        return nil
    }

    /// The place in a list of small ASCII words of the one that follows, or of which three letters or more do, whatever their
    /// case; nothing is read when there is none.
    mutating func word(of words: [[UInt8]]) -> Int? {
        guard let first = byte(0), first.isLetter, let third = byte(2), third.isLetter else { return nil }
        let length = bytes[place...].prefix(16).prefix(while: \.isLetter).count
        let found = words.firstIndex { word in
            length >= 3 && word.count >= length && word[0] == first | 0x20
                && (0..<length).allSatisfy { word[$0] == bytes[place + $0] | 0x20 }
        }
        if found != nil { place += length }
        return found
    }

    /// The month that is next in another language than English; nothing is read when there is none.
    mutating func monthInOtherWords() -> Int? {
        let word = bytes[place...].prefix(20).prefix { $0.isLetter || $0 >= 0x80 }
        // A day or a year follows, or nothing of it is looked at.
        let rest = bytes[word.endIndex...].drop {
            $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-")
        }
        guard rest.first?.isDigit ?? false, let month = MonthWords.month(word) else { return nil }
        place += word.count
        return month
    }

    /// Whether a digit is among the bytes that are left.
    var hasDigit: Bool { bytes[place...].contains(where: \.isDigit) }

    mutating func skip(_ count: Int) { place += count }

    /// How many bytes are left.
    var count: Int { bytes.count - place }

    /// The byte so many places ahead; nil beyond the end.
    func byte(_ offset: Int) -> UInt8? { place + offset < bytes.count ? bytes[place + offset] : nil }

    /// How many bytes stand before the next such byte; nil when there is none.
    func distance(to byte: UInt8, from offset: Int = 0) -> Int? {
        guard offset <= count else { return nil }
        return bytes[(place + offset)...].firstIndex(of: byte).map { $0 - place }
    }

    /// The next so many bytes as a name: without blanks around it and signs of rank before it.
    func name(_ length: Int) -> String? {
        var name = bytes[place..<place + length]
        while let last = name.last, last == 0x20 || last == 0x09 { name.removeLast() }
        while let first = name.first, first == 0x20 || first == 0x09 { name.removeFirst() }
        // A Matrix identifier begins with @ and has a colon: there it is no sign of rank.
        if name.first != UInt8(ascii: "@") || !name.contains(UInt8(ascii: ":")) {
            name = name.drop { " @+%&~!".utf8.contains($0) }
        }
        return name.isEmpty ? nil : Self.text(name)
    }

    /// The length of the next word; 0 at a blank or the end.
    var wordLength: Int { bytes[place...].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }.count }

    /// The beginning of the rest, without a character that is cut.
    static func text(ofFirst count: Int, in line: LineScanner) -> String {
        var start = line.bytes[line.place...].prefix(count)
        if start.endIndex < line.bytes.endIndex {
            while let last = start.last, last & 0xC0 == 0x80 { start.removeLast() }
            if let last = start.last, last >= 0xC0 { start.removeLast() }
        }
        return text(start)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) { return String(decoding: bytes, as: UTF8.self) }
        let text = String(validating: bytes, as: UTF8.self) ?? latin(bytes)
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isHarmful($0) ? "\u{FFFD}" : $0 }))
    }

    /// ISO 8859-1, whose every byte is the number of its character.
    private static func latin(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            if byte >= 0x80 { text.append(0xC0 | byte >> 6) }
            text.append(byte < 0x80 ? byte : 0x80 | byte & 0x3F)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        scalar != " " && scalar != "\t" && scalar.isForeignToNicknames
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
            case 0x09, 0x20...0x7E: plain.append(byte)
            case 0x80...:
                let length = blank(byte, rest, behind: plain.last ?? 0)
                plain.append(length == 0 ? byte : 0x20)
                rest = rest.dropFirst(max(0, length - 1))
            default: continue
            }
        }
        return plain
    }

    /// The length in bytes of one of Unicode's blanks that begins with a byte (U+00A0, U+1680, U+2000 to U+200A, U+202F, U+205F,
    /// U+3000), or of the one that ISO 8859-1 has, which goes on with no character of UTF-8; 0 where none does.
    private static func blank(_ byte: UInt8, _ rest: ArraySlice<UInt8>, behind last: UInt8) -> Int {
        switch (byte, rest.first ?? 0, rest.dropFirst().first ?? 0) {
        case (0xA0, _, _): last < 0x80 ? 1 : 0
        case (0xC2, 0xA0, _): 2
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            3
        default: 0
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func dropDigits(_ most: Int) -> ArraySlice<UInt8> {
        dropFirst(prefix(most).prefix(while: \.isDigit).count)
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    fileprivate var isHexadecimalDigit: Bool { Character(Unicode.Scalar(self)).isHexDigit }
}
