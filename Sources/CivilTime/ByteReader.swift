/// Reads big-endian numbers from bytes that may end anywhere.
struct ByteReader {
    let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var remaining: Int { bytes.count - position }

    /// Moves on by so many bytes and returns where they are; `part` names them in the error: "the header".
    mutating func skip(_ count: Int, _ part: String) throws(TZifError) -> Range<Int> {
        guard count <= remaining else {
            throw TZifError(code: .truncated, byteOffset: bytes.count, reason: "the file ends within \(part)")
        }
        position += count
        return position - count..<position
    }

    /// The next `width` bytes as a signed number in two's complement.
    mutating func integer(width: Int, _ part: String) throws(TZifError) -> Int64 {
        var value: UInt64 = 0
        for byte in bytes[try skip(width, part)] {
            value = value << 8 | UInt64(byte)
        }
        let unused = 64 - 8 * width
        return Int64(bitPattern: value << unused) >> unused
    }
}
