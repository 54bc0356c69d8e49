/// The content lines of a calendar with folding undone (RFC 5545 §3.1), each with the number of its first physical line.
///
/// Lines may end in CRLF or LF, and a byte order mark is passed over. Folding is undone on bytes, since some programs
/// fold within a character.
struct UnfoldedLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position: Int
    private var number = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() -> (number: Int, bytes: [UInt8])? {
        guard position < bytes.count else { return nil }
        let first = number
        var line = Array(physicalLine())
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t") {
            position += 1
            line += physicalLine()
        }
        return (first, line)
    }

    private mutating func physicalLine() -> ArraySlice<UInt8> {
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let line = bytes[position..<end]
        position = Swift.min(end + 1, bytes.count)
        number += 1
        return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
}
