/// How a part's bytes were made fit for the way (RFC 2045 §6).
enum TransferEncoding {
    case identity, base64, quotedPrintable

    /// The encoding of a Content-Transfer-Encoding field, in any case, however its name is joined; none is 7bit.
    ///
    /// What is in an encoding that there is not is taken as it is, which is what `8-bit` and the like mean.
    init(_ value: [UInt8]?) {
        let word = value.flatMap { FieldToken.all(in: $0, marks: FieldToken.assignmentMarks)?.first?.word }
        switch word?.lowercased().filter({ $0 != "-" && $0 != "_" }) {
        case "base64": self = .base64
        case "quotedprintable": self = .quotedPrintable
        default: self = .identity
        }
    }

    /// The bytes as they were, as far as that can be told: gateways add footers, and cut padding off.
    func decode(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        switch self {
        case .identity: body
        case .base64: Base64.decode(body, mending: true)?[...] ?? body
        case .quotedPrintable: QuotedPrintable.decode(body, mending: true)?[...] ?? body
        }
    }
}

/// Base64 (RFC 2045 §6.8).
enum Base64 {
    /// The bytes; nil when there is anything but the alphabet and line breaks, or they are not complete and padded.
    ///
    /// Mending passes over what is not of the alphabet, as §6.8 wants it, and does without padding; what follows the padding is
    /// then left.
    static func decode(_ text: ArraySlice<UInt8>, mending: Bool = false) -> [UInt8]? {
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
            default:
                if mending { continue }
                return nil
            }
            if padding > 0 {
                guard mending else { return nil }
                return bytes + tail(group, count)
            }
            group = group << 6 | UInt32(digit)
            count += 1
            if count == 4 {
                bytes += [UInt8(group >> 16 & 0xFF), UInt8(group >> 8 & 0xFF), UInt8(group & 0xFF)]
                (group, count) = (0, 0)
            }
        }
        guard mending || (count, padding) == (0, 0) || (count, padding) == (2, 2) || (count, padding) == (3, 1) else {
            return nil
        }
        return bytes + tail(group, count)
    }

    /// The bytes of digits that are no whole group.
    private static func tail(_ group: UInt32, _ count: Int) -> [UInt8] {
        switch count {
        case 2: [UInt8(group >> 4 & 0xFF)]
        case 3: [UInt8(group >> 10 & 0xFF), UInt8(group >> 2 & 0xFF)]
        default: []
        }
    }
}

/// Quoted-printable (RFC 2045 §6.7): `=` stands before two hexadecimal digits or the end of a line.
enum QuotedPrintable {
    /// The bytes; nil when a `=` stands before something else, unless that is to be left as it is.
    static func decode(_ text: ArraySlice<UInt8>, mending: Bool = false) -> [UInt8]? {
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
                    if position + 1 < text.endIndex, let octet = hexOctet(text[position], text[position + 1]) {
                        bytes.append(octet)
                        position += 2
                    } else {
                        guard mending else { return nil }
                        bytes.append(byte)
                    }
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
