import ICalendar

/// Tells the lines of an answer that a calendar program writes by itself from those that a person wrote.
///
/// Programs say who has answered (“Ada Okafor has declined this invitation.”), repeat what the event is (its title, “When: …”),
/// and quote the invitation. Only what is known to be such a line is a program's: an idle mail to organizers is a smaller
/// evil than a word that nobody reads.
struct ProgramLines {
    /// The words of the name and of the address of whoever answers.
    private let names: Set<Substring>
    /// The names without blanks, for scripts that have none.
    private let unbroken: [String]
    /// What the event is called, in small letters.
    private let titles: [String]
    /// What else is said of it, by its words.
    private let details: Set<[Substring]>

    init(_ calendars: [AnswerText], author: String, subject: String) {
        let called = ([author] + calendars.compactMap(\.name)).map { $0.lowercased() }
        names = Set(called.flatMap(AnswerLine.words))
        unbroken = called.map { $0.prefix { $0 != "<" }.filter { !$0.isWhitespace && $0 != "\"" } }
            .filter { !$0.isEmpty }
        let subjects = [subject] + subject.split(separator: ": ", maxSplits: 1).dropFirst().map(String.init)
        titles = (subjects + calendars.compactMap(\.title)).map { String($0.lowercased().trimmed) }
            .filter { $0.unicodeScalars.count > 2 && $0.utf8.count <= Self.longestLine }
        // What is repeated of an event that has a whole book in it is not looked for.
        let repeated = calendars.flatMap { $0.details.prefix(Self.mostLines) }
            .filter { $0.utf8.count <= Self.longestLine }
        details = Set((titles + repeated).map { AnswerLine.words($0.lowercased()) })
    }

    /// A text of more lines is no program's alone.
    private static let mostLines = 200
    /// Nor is one with a longer line.
    private static let longestLine = 400

    /// Whether a text holds a line that no program wrote, above any signature or quoted mail.
    func leaveSomething(of text: String) -> Bool {
        let lines = text.split(separator: "\n", maxSplits: 2 * Self.mostLines, omittingEmptySubsequences: false)
            .map { $0.trimmed }
        guard lines.count <= 2 * Self.mostLines else { return true }
        var index = 0
        while index < lines.count {
            let line = lines[index]
            guard !line.isEmpty, !line.hasPrefix(">") else {
                index += 1
                continue
            }
            if line == "--" || line.hasPrefix("-----") || line.hasPrefix("_____") && isHeader(lines[(index + 1)...]) {
                return false
            }
            // “On Tuesday Nova wrote:”, perhaps broken into several lines.
            let block = lines[index...].prefix { !$0.isEmpty && !$0.hasPrefix(">") }
            if block.count <= 3, block.last?.hasSuffix(":") ?? false,
                lines[block.endIndex...].first(where: { !$0.isEmpty })?.hasPrefix(">") ?? false
            {
                index = block.endIndex
                continue
            }
            guard line.utf8.count <= Self.longestLine, isProgrammed(AnswerLine(line.lowercased())) else { return true }
            index += 1
        }
        return false
    }

    /// Whether lines begin with “From: …”, as a quoted mail does.
    private func isHeader(_ lines: ArraySlice<Substring>) -> Bool {
        guard let label = lines.first(where: { !$0.isEmpty }).map({ AnswerLine($0.lowercased()) })?.fact?.label else {
            return false
        }
        return label.count == 1 && AnswerLine.labels.contains(label[0])
    }

    private func isProgrammed(_ line: AnswerLine) -> Bool {
        line.words.isEmpty || details.contains(line.words) || line.isFooter || isFact(line) || saysAnswer(line)
    }

    /// “When: Thursday, January 21, 2027 17:00”, “Accepted: Nova core reviewer training”.
    private func isFact(_ line: AnswerLine) -> Bool {
        guard let (label, value) = line.fact, !line.asks else { return false }
        let isTitle = titles.contains { title in
            if value.unicodeScalars.count >= 10, title.contains(value) { return true }
            let rest = value.hasPrefix(title) ? value.dropFirst(title.count).trimmed : "-"
            return rest.isEmpty || rest.hasPrefix("@") && AnswerLine.isDate(String(rest))
        }
        guard label.count == 1 && AnswerLine.labels.contains(label[0]) else {
            return label.contains(where: AnswerLine.saysAnswer) && (value.isEmpty || isTitle)
        }
        return value.isEmpty || isTitle || value.contains("@") || value.contains("://")
            || details.contains(AnswerLine.words(value)) || AnswerLine.isDate(value)
    }

    /// Such as: Ada Okafor has tentatively accepted your event invitation.
    private func saysAnswer(_ line: AnswerLine) -> Bool {
        if AnswerLine.sentences.contains(line.words) { return true }
        guard !line.asks, line.text.unicodeScalars.count <= 200 else { return false }
        let (tokens, words) = (
            line.tokens(without: titles), { (rest: ArraySlice<Substring>) in rest.flatMap(AnswerLine.words) }
        )
        let named = tokens.prefix(6).lastIndex { token in
            let parts = AnswerLine.words(String(token))
            return !parts.isEmpty && parts.allSatisfy(names.contains)
        }
        guard let named else {
            let isAlone = line.words.count <= 3 && line.words.allSatisfy(AnswerLine.isAnswer)
            return isAlone || saysAnswerWithoutBlanks(line)
        }
        let rest = tokens[(named + 1)...]
        let said = words(rest)
        return rest.count <= 10 && AnswerLine.isOneClause(rest) && said.contains(where: AnswerLine.saysAnswer)
            && !said.contains(where: AnswerLine.personal.contains)
    }

    /// The same in a script that sets no blanks between words.
    private func saysAnswerWithoutBlanks(_ line: AnswerLine) -> Bool {
        let text = line.text.filter { !$0.isWhitespace }
        guard let name = unbroken.first(where: text.hasPrefix) else { return false }
        let rest = text.dropFirst(name.count)
        return rest.count <= 40 && AnswerLine.isOneClause([rest]) && AnswerLine.saysAnswer(rest)
    }
}

extension StringProtocol {
    /// Without white space at either end.
    fileprivate var trimmed: SubSequence {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return self[startIndex..<startIndex] }
        return self[first...last]
    }
}
