/// Bytes as letters and digits that survive every mail server and every voice (RFC 4648 §6, in lower case, without padding).
public enum Base32 {
    static let digits = Array("abcdefghijklmnopqrstuvwxyz234567")

    /// The five bits of one of the digits; none for what is no digit.
    package static func value(of digit: UInt8) -> UInt64 {
        switch digit {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(digit - UInt8(ascii: "a"))
        case UInt8(ascii: "2")...UInt8(ascii: "7"): UInt64(digit - UInt8(ascii: "2")) + 26
        default: 0
        }
    }

    /// The text of some bytes, five bits to a character.
    public static func text(of bytes: some Sequence<UInt8>) -> String {
        var text = ""
        var (buffer, bits) = (0, 0)
        for byte in bytes {
            (buffer, bits) = (buffer << 8 | Int(byte), bits + 8)
            while bits >= 5 {
                text.append(digits[buffer >> (bits - 5) & 31])
                bits -= 5
            }
            buffer &= 31
        }
        if bits > 0 { text.append(digits[buffer << (5 - bits) & 31]) }
        return text
    }
}
