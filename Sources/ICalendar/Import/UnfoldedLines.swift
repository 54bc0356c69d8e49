/// The content lines of a calendar with folding undone (RFC 5545 §3.1), each with the number of its first physical line.
///
/// Bytes come piece by piece. Lines may end in CRLF or LF, and a byte order mark is passed over. Folding is undone on
/// bytes, since some programs fold within a character.
struct UnfoldedLines {
    typealias Line = (number: Int, bytes: [UInt8])

    /// The most bytes of one line.
    private let limit: Int
    /// What is kept of a long line; nil keeps all.
    private let isRead: ((ArraySlice<UInt8>) -> Bool)?

    private var piece: [UInt8] = []
    private var position = 0
    /// What has come of the line that is being read.
    private var line: [UInt8] = []
    /// The physical line in which it begins, and the one that is being read.
    private var first = 1
    private var number = 1
    /// Whether a physical line has ended, so that the next byte tells whether it goes on.
    private var isBetween = false
    private var isDropped = false

    /// Lines of which no more is kept than a byte beyond the limit, and, of long ones that nobody reads, no more than the beginning.
    /// - Parameters:
    ///   - limit: the most bytes of one line.
    ///   - isRead: says of a line's beginning whether anybody reads it; nil keeps all.
    init(limit: Int, isRead: ((ArraySlice<UInt8>) -> Bool)? = nil) {
        self.limit = limit
        self.isRead = isRead
    }

    /// The most bytes that a line may have before anybody asks what it is.
    private static let long = 1024

    /// Takes the next bytes of the file; those before must have been read by `next`.
    mutating func take(_ bytes: [UInt8]) {
        piece = bytes
        position = 0
    }

    /// The next line that is whole; nil when more bytes are needed to know.
    mutating func next() -> Line? {
        while position < piece.count {
            if isBetween {
                isBetween = false
                guard piece[position] == UInt8(ascii: " ") || piece[position] == UInt8(ascii: "\t") else {
                    return complete()
                }
                position += 1
            }
            let end = piece[position...].firstIndex(of: UInt8(ascii: "\n")) ?? piece.count
            keep(piece[position..<end])
            guard end < piece.count else {
                position = end
                return nil
            }
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            position = end + 1
            number += 1
            isBetween = true
        }
        return nil
    }

    /// The last line, once no more bytes come.
    mutating func last() -> Line? {
        guard isBetween || !line.isEmpty else { return nil }
        isBetween = false
        return complete()
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        guard !isDropped else { return }
        line += bytes.prefix(limit + 1 - line.count)
        if let isRead, line.count > Self.long, !isRead(line[...]) {
            line.removeSubrange(Self.long...)
            isDropped = true
        }
    }

    private mutating func complete() -> Line {
        defer {
            line.removeAll(keepingCapacity: true)
            first = number
            isDropped = false
        }
        return (first, first == 1 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line)
    }
}
