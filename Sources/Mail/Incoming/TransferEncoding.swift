import ICalendar
import Mentoring

/// How a part's bytes were made fit for the way (RFC 2045 §6).
enum TransferEncoding {
    case identity, base64, quotedPrintable

    /// The encoding of a Content-Transfer-Encoding field, in any case; none is 7bit.
    /// - Throws: `Unreadable` naming one that there is not.
    init(_ value: [UInt8]?) throws(Unreadable) {
        let tokens = value.map { FieldToken.all(in: $0, marks: FieldToken.assignmentMarks) ?? [] }
        switch tokens.map({ $0.count == 1 ? $0[0].word?.lowercased() : "" }) ?? "7bit" {
        case "7bit", "8bit", "binary": self = .identity
        case "base64": self = .base64
        case "quoted-printable": self = .quotedPrintable
        default:
            let name = OneLine.excerpt(String(decoding: value ?? [], as: UTF8.self), bytes: 60)
            throw Unreadable("a part of it is in the transfer encoding “\(name)”, which there is not")
        }
    }

    /// The bytes as they were.
    /// - Throws: `Unreadable` when they are not in the encoding.
    func decode(_ body: ArraySlice<UInt8>) throws(Unreadable) -> ArraySlice<UInt8> {
        switch self {
        case .identity: return body
        case .base64:
            guard let bytes = Base64.decode(body) else {
                throw Unreadable("a part of it is not the base64 that it claims")
            }
            return bytes[...]
        case .quotedPrintable:
            guard let bytes = QuotedPrintable.decode(body) else {
                throw Unreadable("a part of it is not the quoted-printable that it claims")
            }
            return bytes[...]
        }
    }
}

/// Base64 (RFC 2045 §6.8), strictly: nothing but the alphabet and line breaks, complete, and padded.
enum Base64 {
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var (group, count, padding): (UInt32, Int, Int) = (0, 0, 0)
        for byte in text {
            let digit: UInt8
            switch byte {
            case 0x41...0x5A: digit = byte - 0x41
            case 0x61...0x7A: digit = byte - 0x61 + 26
            case 0x30...0x39: digit = byte - 0x30 + 52
            case UInt8(ascii: "+"): digit = 62
            case UInt8(ascii: "/"): digit = 63
            case UInt8(ascii: "="):
                padding += 1
                continue
            case 0x0A, 0x0D, 0x20, 0x09: continue
            default: return nil
            }
            guard padding == 0 else { return nil }
            group = group << 6 | UInt32(digit)
            count += 1
            if count == 4 {
                bytes += [UInt8(group >> 16 & 0xFF), UInt8(group >> 8 & 0xFF), UInt8(group & 0xFF)]
                (group, count) = (0, 0)
            }
        }
        switch (count, padding) {
        case (0, 0): break
        case (2, 2): bytes.append(UInt8(group >> 4 & 0xFF))
        case (3, 1): bytes += [UInt8(group >> 10 & 0xFF), UInt8(group >> 2 & 0xFF)]
        default: return nil
        }
        return bytes
    }
}

/// Quoted-printable (RFC 2045 §6.7), strictly: `=` stands before two hexadecimal digits or the end of a line.
enum QuotedPrintable {
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        /// Blanks that are dropped if the line ends after them.
        var blanks = 0
        var position = text.startIndex
        while position < text.endIndex {
            let byte = text[position]
            position += 1
            switch byte {
            case UInt8(ascii: "="):
                var next = position
                while next < text.endIndex, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
                if next < text.endIndex, text[next] == 0x0D { next += 1 }
                if next == text.endIndex || text[next] == 0x0A {
                    position = min(next + 1, text.endIndex)
                } else {
                    guard position + 1 < text.endIndex, let octet = hexOctet(text[position], text[position + 1]) else {
                        return nil
                    }
                    bytes.append(octet)
                    position += 2
                }
                blanks = 0
            case 0x20, 0x09:
                bytes.append(byte)
                blanks += 1
            case 0x0D where position < text.endIndex && text[position] == 0x0A, 0x0A:
                bytes.removeLast(blanks)
                bytes.append(byte)
                if byte == 0x0D {
                    bytes.append(0x0A)
                    position += 1
                }
                blanks = 0
            default:
                bytes.append(byte)
                blanks = 0
            }
        }
        return bytes
    }
}

/// The octet of two hexadecimal digits in either case.
func hexOctet(_ high: UInt8, _ low: UInt8) -> UInt8? {
    func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
    guard let high = digit(high), let low = digit(low) else { return nil }
    return high << 4 | low
}
