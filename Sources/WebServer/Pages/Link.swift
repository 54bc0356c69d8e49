import Mentoring

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

    private static func encoded(_ text: String) -> String { text.percentEncoded(keeping: "@/") }
}
