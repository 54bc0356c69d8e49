/// What somebody calls themself on a chat server.
///
/// Two nicknames are the same when the server would take them for one: the case of ASCII letters does not count, and `{}|^` are
/// the small letters of `[]\~` (RFC 2812 §2.2). Nor do signs of rank count before them (`@ada`, of which Matrix makes identifiers:
/// `@ada:example.org`), or pronouns behind a name (`Ada Okafor (she/her)`), and one kind of blank is as good as another.
public struct Nickname: Sendable, Codable, CustomStringConvertible {
    /// The most UTF-8 bytes a nickname may have; servers allow 9 to 50.
    public static let mostBytes = 64

    /// As it was written, with plain blanks.
    public let text: String
    private let folded: String

    /// Reads a nickname; nil when the text is empty, too long, begins or ends with a blank, or holds two together, a control
    /// character or one that overrides the direction of text.
    public init?(_ text: String) {
        let text = text.withPlainBlanks
        guard (1...Self.mostBytes).contains(text.utf8.count),
            !text.unicodeScalars.contains(where: { $0 != " " && $0.isForeignToNicknames }),
            text.utf8.first != UInt8(ascii: " "), text.utf8.last != UInt8(ascii: " "), !text.hasTwoBlanks
        else { return nil }
        self.text = text
        folded = String(decoding: text.utf8.withoutPronouns.withoutRank.map(Self.small), as: UTF8.self)
    }

    /// The nickname as it was written.
    public var description: String { text }

    /// Whether it has several words, as no nickname of IRC has: a name that is shown beside what somebody says.
    public var isDisplayName: Bool { folded.utf8.contains(UInt8(ascii: " ")) }

    /// Without pronouns behind it.
    public var withoutPronouns: String { String(decoding: text.utf8.withoutPronouns, as: UTF8.self) }

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

extension String {
    fileprivate var hasTwoBlanks: Bool { zip(utf8, utf8.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 } }
}

extension Substring.UTF8View {
    /// Without signs of who may do what in a channel.
    fileprivate var withoutRank: Substring.UTF8View {
        let rest = drop { "@+%&~!".utf8.contains($0) }
        return rest.isEmpty ? self : rest
    }
}

extension String.UTF8View {
    /// Without a last word of pronouns: `(she/her)`, `[they/them]`, `| he/him`.
    fileprivate var withoutPronouns: Substring.UTF8View {
        let whole = self[...]
        guard contains(UInt8(ascii: "/")), let blank = whole.lastIndex(of: UInt8(ascii: " ")) else { return whole }
        let word = whole[index(after: blank)...].map { $0 | 0x20 }.drop { "({\u{7B}".utf8.contains($0) }
        let parts = word.prefix { $0 != UInt8(ascii: ")") | 0x20 && $0 != UInt8(ascii: "]") | 0x20 }
            .split(separator: UInt8(ascii: "/") | 0x20, omittingEmptySubsequences: false)
        guard parts.count > 1, parts.allSatisfy({ Self.pronouns.contains(String(decoding: $0, as: UTF8.self)) })
        else { return whole }
        var rest = whole[..<blank]
        while let last = rest.last, " |-/,".utf8.contains(last) { rest.removeLast() }
        return rest.isEmpty ? whole : rest
    }

    private static let pronouns: Set<String> = [
        "he", "him", "his", "she", "her", "hers", "they", "them", "theirs", "it", "its", "xe", "xem", "ze", "zir",
        "hir",
        "ey", "em", "fae", "faer", "ae", "aer", "any", "all", "ask", "el", "ella", "elle", "il", "iel", "er", "sie",
        "ihm",
        "ihr", "sier", "dey", "denen", "hen", "on", "ona",
    ]
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
                    "expected a nickname: 1 to \(Self.mostBytes) bytes without control characters")
        }
        self = nickname
    }

    /// Writes the bare text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension String {
    fileprivate var withPlainBlanks: String {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
        return String(
            String.UnicodeScalarView(
                unicodeScalars.map {
                    $0.properties.generalCategory == .spaceSeparator ? " " : $0
                }))
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
