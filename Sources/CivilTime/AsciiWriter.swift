/// Writes dates and times digit by digit into one string, without intermediate strings.
struct AsciiWriter {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    fileprivate init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
        self.buffer = buffer
    }

    /// Appends one ASCII character.
    mutating func append(_ character: Unicode.Scalar) {
        buffer[count] = UInt8(truncatingIfNeeded: character.value)
        count += 1
    }

    /// Appends the last `digits` decimal digits of a value that is not negative, with leading zeros.
    mutating func append(_ value: Int, digits: Int) {
        var rest = value
        for position in stride(from: count + digits - 1, through: count, by: -1) {
            buffer[position] = UInt8(truncatingIfNeeded: 48 + rest % 10)
            rest /= 10
        }
        count += digits
    }
}

extension String {
    /// The ASCII text that `write` produces, at most 40 bytes, which holds every form of this module.
    static func ascii(_ write: (inout AsciiWriter) -> Void) -> String {
        String(unsafeUninitializedCapacity: 40) { buffer in
            var writer = AsciiWriter(buffer)
            write(&writer)
            return writer.count
        }
    }
}
