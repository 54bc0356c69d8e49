/// Addresses that a page may link to.
enum Link {
    private static let schemes = ["http://", "https://", "irc://", "ircs://"]

    /// What somebody wrote, if it is the address of a page or a channel; anything else is shown as text.
    static func address(_ text: String) -> String? {
        let lower = text.lowercased()
        let isAddress = schemes.contains { lower.hasPrefix($0) && lower.utf8.count > $0.utf8.count }
        return isAddress && text.unicodeScalars.allSatisfy({ $0.value > 0x20 }) ? text : nil
    }

    /// A letter to an address, about something (RFC 6068).
    static func mail(to address: String, about subject: String? = nil) -> String {
        "mailto:" + encoded(address) + (subject.map { "?subject=" + encoded($0) } ?? "")
    }

    /// `?zone=Europe/Berlin`, to follow a visitor from page to page; empty when no zone was asked for.
    static func query(zone: String?) -> String { zone.map { "?zone=" + encoded($0) } ?? "" }

    /// Percent-encodes what is neither unreserved nor harmless in a query (RFC 3986 §2).
    private static func encoded(_ text: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~@/".utf8)
        return text.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return plain.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count < 2 ? "0" : "") + digits
        }.joined()
    }
}
