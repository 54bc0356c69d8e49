import ICalendar

/// Tells the lines of an answer that a calendar program writes by itself from those that a person wrote.
///
/// Programs say who has answered (“Ada Okafor has declined this invitation.”), repeat what the event is (its title, “When: …”),
/// and quote the invitation. Only what is known to be such a line, to its last word, is a program's: an idle mail to organizers is
/// a smaller evil than a word that nobody reads.
struct ProgramLines {
    /// The names and the address of whoever answers, as words; nobody is known by a single one of several.
    let names: [[Substring]]
    /// The names without blanks, for scripts that have none.
    let unbroken: [String]
    /// The addresses of those who take part, as words.
    let addresses: [[Substring]]
    /// What the event is called, in small letters.
    let titles: [String]
    /// What else is said of it, by its words.
    private let details: Set<[Substring]>
    /// When it may begin, in digits.
    private let days: [String]

    init(_ calendars: [AnswerText], author: String) {
        let parts = author.lowercased().split(separator: "<", maxSplits: 1, omittingEmptySubsequences: false)
        let called = ([String(parts.first ?? "")] + calendars.compactMap { $0.name?.lowercased() })
            .filter { $0.utf8.count <= Self.longestLine }
        let known = parts.dropFirst().map { AnswerLine.words($0) }
        names = (called.map(AnswerLine.words) + known).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        unbroken = called.map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
            .filter { $0.unicodeScalars.contains { $0.value >= 0x1100 } }
        addresses = known + calendars.flatMap(\.addresses).map { AnswerLine.words($0.lowercased()) }
        let summaries = calendars.compactMap(\.title)
        let bare = summaries.compactMap { $0.split(separator: ": ", maxSplits: 1).dropFirst().first.map(String.init) }
        // Ours say the region and week behind what the program is called, which some programs leave away.
        let programs = summaries.compactMap { $0.split(separator: " · ", maxSplits: 1).first.map(String.init) }
        titles = (summaries + bare + programs).map { String($0.lowercased().trimmed) }
            .filter { $0.unicodeScalars.count > 2 && $0.utf8.count <= Self.longestLine }
        // What is repeated of an event that has a whole book in it is not looked for.
        let repeated = calendars.flatMap(\.details).filter { $0.utf8.count <= Self.longestLine }
        details = Set((titles + repeated).map { AnswerLine.words($0.lowercased()) }.filter { !$0.isEmpty })
        days = calendars.compactMap(\.day)
    }

    /// A text of more lines is no program's alone.
    private static let mostLines = 400
    /// Nor is one with a longer line.
    private static let longestLine = 400

    /// Whether a comment holds a line that no program wrote.
    ///
    /// Nothing is quoted or signed in it: of programs' lines only the sentence that says who has answered is known there.
    func leaveSomething(ofComment text: String) -> Bool {
        guard let lines = Self.lines(of: text) else { return true }
        return !lines.allSatisfy {
            $0.isEmpty || $0.utf8.count <= Self.longestLine && saysAnswer(AnswerLine($0.lowercased()))
        }
    }

    /// Whether a mail's text holds a line that no program wrote, beside any signature or quoted mail.
    func leaveSomething(ofMail text: String) -> Bool {
        guard let lines = Self.lines(of: text) else { return true }
        /// Whether something shows that a program wrote here, and whether there is what somebody may have proposed otherwise.
        var (isKnown, isDated) = (false, false)
        var index = 0
        while index < lines.count {
            let line = lines[index]
            let block = lines[index...].prefix { !$0.isEmpty && !$0.hasPrefix(">") }
            let next = lines[block.endIndex...].firstIndex { !$0.isEmpty } ?? lines.endIndex
            let quoted = lines[next...].prefix { $0.hasPrefix(">") }
            if QuotedMail.isHeader(lines[index...]) {
                return isDated && !isKnown
            } else if line.isEmpty {
                index += 1
            } else if let end = QuotedMail.endOfSignature(lines[index...], names: isAuthor) {
                index = end
            } else if !quoted.isEmpty, QuotedMail.isAttribution(block) {
                index = quoted.endIndex
            } else if QuotedMail.isQuoted(line) {
                // A line alone is more likely “> 30 minutes late”.
                let end = lines[index...].firstIndex { !QuotedMail.isQuoted($0) } ?? lines.endIndex
                guard end > index + 1 else { return true }
                index = end
            } else {
                guard line.utf8.count <= Self.longestLine else { return true }
                let line = AnswerLine(line.lowercased())
                if isRepeated(line) {
                    isKnown = true
                } else if saysWhen(line) {
                    isDated = true
                } else if !line.isRuler, !line.isFooter {
                    return true
                }
                index += 1
            }
        }
        return isDated && !isKnown
    }

    /// The lines of a text; nil where there are too many.
    private static func lines(of text: String) -> [Substring]? {
        let lines = text.split(separator: "\n", maxSplits: mostLines, omittingEmptySubsequences: false).map(\.trimmed)
        return lines.count <= mostLines ? lines : nil
    }

    private func isRepeated(_ line: AnswerLine) -> Bool {
        details.contains(line.words) && !line.isSpoken || titles.contains(line.text) || isFact(line)
            || AnswerLine.sentences.contains(line.words) && !line.isSpoken
            || AnswerVocabulary.isAnswer(line.words) && !line.isSpoken || saysAnswer(line)
    }

    /// “Where: ircs://irc.oftc.net/nova”, “Accepted: Nova core reviewer training”.
    private func isFact(_ line: AnswerLine) -> Bool {
        guard let (label, value) = line.fact, !line.isSpoken else { return false }
        let isTitle = isTitle(value)
        guard line.isLabelled else { return AnswerVocabulary.isAnswer(label) && (value.isEmpty || isTitle) }
        return value.isEmpty || isTitle || details.contains(AnswerLine.words(value)) || isWho(value)
    }

    /// Whether a value is what the event is called, perhaps cut off, perhaps with when it is, as Google has it.
    private func isTitle(_ value: String) -> Bool {
        func isTitle(_ name: Substring) -> Bool {
            titles.contains { $0 == name || name.unicodeScalars.count >= 10 && $0.hasPrefix(name) }
        }
        if isTitle(value[...]) { return true }
        guard let at = value.firstRange(of: " @ ") else { return false }
        return isTitle(value[..<at.lowerBound].trimmed)
            && EventDay.isSaid(in: String(value[at.upperBound...]), of: days)
    }

    /// “When: Thursday, January 21, 2027 17:00”.
    private func saysWhen(_ line: AnswerLine) -> Bool {
        line.isLabelled && !line.isSpoken && line.fact.map { EventDay.isSaid(in: $0.value, of: days) } ?? false
    }

    /// Whether a line is nothing but the name of whoever answers, or a part of it.
    private func isAuthor(_ line: Substring) -> Bool {
        let words = AnswerLine.words(line.lowercased())
        return !words.isEmpty && names.contains { name in words.allSatisfy(name.contains) }
    }
}

extension StringProtocol {
    /// Without white space at either end, or what is not seen at all.
    fileprivate var trimmed: SubSequence {
        func isSeen(_ scalar: Unicode.Scalar) -> Bool {
            !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: isSeen), let last = scalars.lastIndex(where: isSeen) else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}
