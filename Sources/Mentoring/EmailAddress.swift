/// A person's mail address, which is also how people are told apart.
///
/// Two addresses that differ only in case are one person's, so the address is kept in lower case. Only what every mail
/// system accepts unquoted is taken: an RFC 5321 dot-string, an `@`, and a domain of letters, digits and hyphens.
public struct EmailAddress: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    /// The address in lower case, at most 254 bytes.
    public let description: String

    /// - Throws: `BadInput` when the text is no address.
    public init(_ text: String) throws(BadInput) {
        // Before its case is changed: the Kelvin sign, for one, would become a k and one person another.
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let address = text.trimmingBlanks.lowercased()
        guard isASCII, Self.isValid(address) else {
            throw BadInput("“\(OneLine.shown(text))” is not a mail address; expected something like name@example.org")
        }
        description = address
    }

    /// What stands before the `@`.
    public var localPart: Substring { description.prefix { $0 != "@" } }

    /// What stands after the `@`.
    public var domain: Substring { description.drop { $0 != "@" }.dropFirst() }

    /// Orders by the address.
    public static func < (left: EmailAddress, right: EmailAddress) -> Bool { left.description < right.description }

    /// Reads the bare address.
    public init(from decoder: any Decoder) throws {
        try self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the bare address.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Judges byte by byte, since every stored row that names a person comes through here.
    private static func isValid(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        guard bytes.count <= 254, let at = bytes.firstIndex(of: UInt8(ascii: "@")), (1...64).contains(at) else {
            return false
        }
        let atoms = bytes[..<at].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let labels = bytes[(at + 1)...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return bytes[0] != hyphen && atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy(isOfAtom) }
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.allSatisfy(isOfLabel) && label.first != hyphen
                    && label.last != hyphen
            }
    }

    private static let hyphen = UInt8(ascii: "-")

    private static func isOfLabel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen: true
        default: false
        }
    }

    private static func isOfAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "^")...UInt8(ascii: "`"),
            UInt8(ascii: "{")...UInt8(ascii: "~"):
            true
        default: isOfLabel(byte)
        }
    }
}
