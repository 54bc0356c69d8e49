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

    private static func isValid(_ address: String) -> Bool {
        guard address.utf8.count <= 254 else { return false }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count) else { return false }
        let atext = Set("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~".utf8)
        let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard atoms.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(atext.contains) }), !parts[0].hasPrefix("-") else {
            return false
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.utf8.allSatisfy(letters.contains)
                && !label.hasPrefix("-") && !label.hasSuffix("-")
        }
    }
}
