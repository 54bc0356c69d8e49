/// Content lines as RFC 5545 §3.1 has them on the wire.
///
/// libical folds too, but where a line's text just fills the limit it folds between the CR and the LF that end it.
enum ContentLines {
    /// The most octets of a line without its CRLF.
    private static let limit = 75
    private static let (cr, lf, space) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: " "))

    /// The lines with every fold taken out: CRLF and a blank.
    static func unfolded(_ bytes: [UInt8]) -> [UInt8] {
        var unfolded: [UInt8] = []
        unfolded.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte == space, unfolded.last == lf {
                unfolded.removeLast(2)
            } else {
                unfolded.append(byte)
            }
        }
        return unfolded
    }

    /// The lines folded at 75 octets, never inside a UTF-8 sequence.
    static func folded(_ bytes: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count + bytes.count / 16)
        var length = 0
        for byte in bytes {
            if byte == cr || byte == lf {
                length = 0
            } else {
                if isFirstOfCharacter(byte), length + characterLength(startingWith: byte) > limit {
                    folded += [cr, lf, space]
                    length = 1
                }
                length += 1
            }
            folded.append(byte)
        }
        return folded
    }

    private static func isFirstOfCharacter(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

    /// How many octets a character of UTF-8 has, by its first (RFC 3629 §3).
    private static func characterLength(startingWith byte: UInt8) -> Int {
        switch byte {
        case ..<0x80: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }
}
