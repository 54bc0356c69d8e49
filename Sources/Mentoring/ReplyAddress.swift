/// The address to which one person's answers about one session come: `contact-TOKEN@domain`.
///
/// Whoever answers to it proves to have read the invitation, which nobody else was sent. The token follows a hyphen, not a
/// plus sign, which Outlook strips.
public enum ReplyAddress {
    /// The most bytes that a contact may have before its `@`, so that the token fits into the 64 that RFC 5321 allows.
    package static let longestLocalPart = 64 - tokenLength - 1
    /// The characters of a token.
    package static let tokenLength = 26

    /// The address for answers; the contact itself without a token, or when there is no room for one.
    public static func of(_ contact: EmailAddress, token: String?) -> EmailAddress {
        guard let token, contact.localPart.utf8.count <= longestLocalPart else { return contact }
        return (try? EmailAddress("\(contact.localPart)-\(token)@\(contact.domain)")) ?? contact
    }

    /// The token in an address, if there is one.
    package static func token(in address: EmailAddress) -> String? {
        guard let hyphen = address.localPart.lastIndex(of: "-") else { return nil }
        let token = address.localPart[hyphen...].dropFirst()
        return token.utf8.count == tokenLength && token.allSatisfy(Base32.digits.contains) ? String(token) : nil
    }

    /// The contact that an address with a token was made from; nil for one without.
    package static func contact(of address: EmailAddress) -> EmailAddress? {
        guard token(in: address) != nil else { return nil }
        return try? EmailAddress("\(address.localPart.dropLast(tokenLength + 1))@\(address.domain)")
    }

    /// A token that was never made before: 130 random bits.
    package static func newToken() -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<tokenLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return String(Base32.text(of: bytes).prefix(tokenLength))
    }
}
