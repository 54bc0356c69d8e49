/// Reads ASCII text from left to right; each method either consumes what it names or leaves the position as it was.
struct TextScanner {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(_ text: String) {
        self.init(Array(text.utf8))
    }

    var isAtEnd: Bool { position == bytes.count }

    var next: UInt8? { isAtEnd ? nil : bytes[position] }

    mutating func consume(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func consume(anyOf characters: Unicode.Scalar...) -> Unicode.Scalar? {
        guard let found = characters.first(where: { next == UInt8(ascii: $0) }) else { return nil }
        position += 1
        return found
    }

    /// Exactly `count` decimal digits.
    mutating func digits(_ count: Int) -> Int? {
        number(ofDigits: count...count)
    }

    /// As many decimal digits as there are; nil, and nothing consumed, if their number is outside the range.
    mutating func number(ofDigits range: ClosedRange<Int>) -> Int? {
        var value = 0
        var end = position
        while end < bytes.count, end - position < range.upperBound, case 48...57 = bytes[end] {
            value = value * 10 + Int(bytes[end] - 48)
            end += 1
        }
        guard range.contains(end - position) else { return nil }
        position = end
        return value
    }

    /// The longest run of bytes for which the condition holds, perhaps empty.
    mutating func run(while condition: (UInt8) -> Bool) -> String {
        let start = position
        while let byte = next, condition(byte) {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}
