/// A character encoding in which incoming text may be.
enum Charset: Hashable {
    case utf8, ascii, latin1, latin9, windows1252, utf16, utf16LittleEndian, utf16BigEndian

    /// The encoding of a MIME name (RFC 2978), in any case; nil when it is not read.
    init?(name: String) {
        switch name.lowercased() {
        case "utf-8", "utf8": self = .utf8
        case "us-ascii", "ascii", "ansi_x3.4-1968": self = .ascii
        case "iso-8859-1", "iso_8859-1", "latin1", "l1": self = .latin1
        case "iso-8859-15", "iso_8859-15", "latin-9", "latin9": self = .latin9
        case "windows-1252", "cp1252", "x-cp1252": self = .windows1252
        case "utf-16": self = .utf16
        case "utf-16le": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        default: return nil
        }
    }

    /// The text, without a byte order mark; nil when the bytes are not in the encoding.
    func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        switch self {
        case .utf8:
            String(validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes, as: UTF8.self)
        case .ascii: bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : nil
        case .latin1: Self.text(bytes) { UInt16($0) }
        case .latin9: Self.text(bytes) { Self.latin9Table[$0] ?? UInt16($0) }
        case .windows1252:
            Self.text(bytes) { (0x80...0x9F).contains($0) ? Self.windows1252Table[Int($0) - 0x80] : UInt16($0) }
        case .utf16:
            // RFC 2781 §4.3: big-endian where no mark says otherwise.
            bytes.starts(with: [0xFF, 0xFE])
                ? Self.utf16(bytes.dropFirst(2), bigEndian: false)
                : Self.utf16(bytes.starts(with: [0xFE, 0xFF]) ? bytes.dropFirst(2) : bytes, bigEndian: true)
        case .utf16LittleEndian: Self.utf16(bytes, bigEndian: false)
        case .utf16BigEndian: Self.utf16(bytes, bigEndian: true)
        }
    }

    /// The text of an encoding that is ASCII and more, given the scalar for each of its bytes; 0 where one means nothing.
    private static func text(_ bytes: ArraySlice<UInt8>, scalar: (UInt8) -> UInt16) -> String? {
        // Put together as UTF-8, which is several times as fast as by way of UTF-16.
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            let scalar = scalar(byte)
            let last = UInt8(0x80 | scalar & 0x3F)
            switch scalar {
            case 0: return nil
            case ..<0x800: text += [UInt8(0xC0 | scalar >> 6), last]
            default: text += [UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), last]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var first: UInt8?
        for byte in bytes {
            guard let earlier = first else {
                first = byte
                continue
            }
            units.append(bigEndian ? UInt16(earlier) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(earlier))
            first = nil
        }
        return String(validating: units, as: UTF16.self)
    }

    private static let latin9Table: [UInt8: UInt16] = [
        0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178,
    ]

    /// 0x80 to 0x9F; 0 for those that mean nothing.
    private static let windows1252Table: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
