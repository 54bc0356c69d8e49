/// Whether a mail system's complaint says that the recipient's address will never take mail.
///
/// A relay that refuses us, our sender or what the mail says speaks of 5yz as well, and must not silence anybody: only
/// what RFC 3463 has for the recipient's address and mailbox counts or, without such a code, a 550, 551 or 553 to it.
enum RecipientRefusal {
    /// Bad destination mailbox, system or syntax, moved without a forward, null MX, mailbox disabled.
    private static let codes = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"]
    private static let replies = ["550", "551", "553"]

    /// Looks at the text that a sendmail program wrote to standard error.
    static func isSaid(in complaint: String) -> Bool {
        let words = complaint.split { !($0.isLetter || $0.isNumber || $0 == ".") }.map { $0.lowercased() }
        let enhanced = words.filter(isEnhancedCode)
        guard enhanced.isEmpty else { return enhanced.contains(where: codes.contains) }
        return words.contains("recipient") && words.contains(where: replies.contains)
    }

    /// Whether a mail is not taken for what it says: 5.6.y, 5.7.y, too long or, without such a code, a 552 or 554.
    ///
    /// Who must log in first, or may not relay, is refused with 5.7.y as well, and all their mail with it: that is trouble on
    /// our side.
    static func isOfContent(in complaint: String) -> Bool {
        let words = complaint.split { !($0.isLetter || $0.isNumber || $0 == ".") }.map { $0.lowercased() }
        guard !words.contains(where: ["530", "534", "535", "538", "5.7.8", "5.7.9", "relay"].contains) else {
            return false
        }
        let enhanced = words.filter(isEnhancedCode)
        guard enhanced.isEmpty else {
            return enhanced.contains {
                $0.hasPrefix("5.6.") || $0.hasPrefix("5.7.") || $0 == "5.2.3" || $0 == "5.3.4"
            }
        }
        return words.contains("552") || words.contains("554")
    }

    /// `5.x.y`, as RFC 3463 §2 has it.
    private static func isEnhancedCode(_ word: String) -> Bool {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "5"
            && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(\.isNumber) }
    }
}
