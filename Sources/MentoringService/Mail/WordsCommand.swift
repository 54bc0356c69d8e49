import Mentoring

/// What the first line of a mail in words asks for: `enroll CODE` or `leave CODE`.
struct WordsCommand {
    let wish: MailMatter.Wish
    let code: WrittenCode
    /// Whether more was written than that line, for a person to read.
    let hasMore: Bool

    /// A wish that stands in no text.
    init(_ wish: MailMatter.Wish, _ code: WrittenCode) {
        self.wish = wish
        self.code = code
        hasMore = false
    }

    /// Nil when the first line that is not empty says anything else.
    ///
    /// The command as our mails print it is taken too: `meridian leave nova-2027a-w03-asia --as ada@example.org`, from that address.
    init?(in text: String, by sender: EmailAddress?) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.words).drop(while: \.isEmpty)
        guard var words = lines.first else { return nil }
        if words.first == "meridian" { words.removeFirst() }
        if words.count == 4, words[2] == "--as", let sender, words[3] == sender.description { words.removeLast(2) }
        guard words.count == 2, let code = WrittenCode(words[1].last == "." ? String(words[1].dropLast()) : words[1]),
            code.region != nil
        else { return nil }
        switch words[0] {
        case "enroll": wish = .enroll
        case "leave": wish = .leave
        default: return nil
        }
        self.code = code
        hasMore = Self.isMore(Array(lines.dropFirst()))
    }

    /// Whether a text holds something that its writer wrote to be read.
    static func saysSomething(_ text: String) -> Bool {
        isMore(text.split(separator: "\n", omittingEmptySubsequences: false).map(words))
    }

    private static func words(of line: Substring) -> [String] {
        line.lowercased().split { $0.isWhitespace }.map(String.init)
    }

    /// Whether lines hold something else than a signature, and what is quoted with the lines that introduce it.
    private static func isMore(_ lines: [[String]]) -> Bool {
        var index = 0
        while index < lines.count {
            guard let first = lines[index].first, !first.hasPrefix(">") else {
                index += 1
                continue
            }
            if lines[index] == ["--"] || first.hasPrefix("-----") { return false }
            // “On Tuesday Nova wrote:”, perhaps broken into several lines.
            let block = lines[index...].prefix { $0.first.map { !$0.hasPrefix(">") } ?? false }
            guard block.count <= 3, block.last?.last?.hasSuffix(":") ?? false,
                let next = lines[block.endIndex...].first(where: { !$0.isEmpty }), next[0].hasPrefix(">")
            else { return true }
            index = block.endIndex
        }
        return false
    }
}

extension WordsCommand: CustomStringConvertible {
    /// `enroll nova-2027a-w03-asia`.
    var description: String { "\(wish) \(code)" }
}
