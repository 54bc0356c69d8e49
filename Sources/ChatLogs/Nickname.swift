/// What somebody calls themself on a chat server.
///
/// Two nicknames are the same when the server would take them for one: the case of ASCII letters does not count, and `{}|^` are
/// the small letters of `[]\~` (RFC 2812 §2.2).
public struct Nickname: Sendable, Codable, CustomStringConvertible {
    /// The most UTF-8 bytes a nickname may have; servers allow 9 to 50.
    public static let mostBytes = 64

    /// As it was written.
    public let text: String
    private let folded: String

    /// Reads a nickname; nil when the text is empty, too long, or holds a blank, a control character or one that overrides
    /// the direction of text.
    public init?(_ text: String) {
        guard (1...Self.mostBytes).contains(text.utf8.count),
            !text.unicodeScalars.contains(where: \.isForeignToNicknames)
        else { return nil }
        self.text = text
        folded = String(decoding: text.utf8.map(Self.small), as: UTF8.self)
    }

    /// The nickname as it was written.
    public var description: String { text }

    private static func small(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
        case UInt8(ascii: "["): UInt8(ascii: "{")
        case UInt8(ascii: "]"): UInt8(ascii: "}")
        case UInt8(ascii: "\\"): UInt8(ascii: "|")
        case UInt8(ascii: "~"): UInt8(ascii: "^")
        default: byte
        }
    }
}

extension Nickname: Hashable, Comparable {
    /// Whether a server would take both for one.
    public static func == (left: Nickname, right: Nickname) -> Bool { left.folded == right.folded }

    /// Orders as a list of names is ordered, whatever their case.
    public static func < (left: Nickname, right: Nickname) -> Bool { left.folded < right.folded }

    /// Hashes what both spellings have in common.
    public func hash(into hasher: inout Hasher) { hasher.combine(folded) }

    /// The one spelling that all spellings of the nickname share, for keeping it.
    public var key: String { folded }
}

extension Nickname {
    /// Reads the bare text.
    /// - Throws: `DecodingError.dataCorrupted` when it is no nickname.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let nickname = Nickname(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription:
                    "expected a nickname: 1 to \(Self.mostBytes) bytes without blanks and control characters")
        }
        self = nickname
    }

    /// Writes the bare text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Unicode.Scalar {
    /// Whether the scalar ends a word, commands a terminal, or reverses the text that follows it.
    var isForeignToNicknames: Bool {
        switch value {
        case 0...0x20, 0x7F...0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
