/// What a program says of itself to whoever does not know it.
public enum ProgramIntroduction {
    /// The most UTF-8 bytes that it says in words.
    public static let longest = 4000
    /// The most UTF-8 bytes of an address.
    private static let longestAddress = 1000

    /// Checks what it is: plain text, in paragraphs with blank lines between them.
    /// - Returns: the same without blanks at the ends of lines, and without blank lines around it.
    /// - Throws: `BadInput` when nothing is left, when it is too long, or when it holds control characters.
    public static func validated(_ text: String) throws(BadInput) -> String {
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [String] = []
        for line in lines {
            let shown = OneLine.shown(lineOfText: line)
            guard !shown.contains("\u{FFFD}") else {
                throw BadInput("about holds control characters; expected plain text in paragraphs")
            }
            kept.append(String(shown.reversed().drop(while: \.isWhitespace).reversed()))
        }
        let introduction = String(kept.joined(separator: "\n").drop(while: \.isNewline))
        let whole = String(introduction.reversed().drop(while: \.isNewline).reversed())
        guard !whole.isEmpty else { throw BadInput("about says nothing; write what the training is, or leave it out") }
        guard whole.utf8.count <= longest else {
            throw BadInput("about has \(whole.utf8.count) bytes; at most \(longest) are taken, so link to the rest")
        }
        return whole
    }

    /// Checks the address of a code of conduct.
    /// - Throws: `BadInput` when it is no address of a page.
    public static func validatedConduct(_ text: String) throws(BadInput) -> String {
        let lower = text.lowercased()
        let isAddress = ["https://", "http://"].contains { lower.hasPrefix($0) && lower.utf8.count > $0.utf8.count }
        guard isAddress, text.utf8.count <= longestAddress, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw BadInput("“\(OneLine.shown(text))” is not the address of a page, such as https://example.org/conduct")
        }
        return text
    }

    /// Its paragraphs, each on one line.
    public static func paragraphs(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).split(whereSeparator: \.isEmpty)
            .map { $0.joined(separator: " ") }
    }
}
