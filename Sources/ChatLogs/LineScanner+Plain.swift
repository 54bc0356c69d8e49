// Lines without a mark, in which a sign stands between who speaks and what they say.

extension LineScanner {
    /// Lines that have no mark: `Name: text`, `nick> text`, `nick | text`, or what a program says.
    mutating func plain() -> LogLine.Event {
        if consume("Action: ") { return .acted(start) }
        if let event = saidToWhom() { return event }
        _ = consume("Nick change: ")
        if let event = announcedOf(words: 3) { return event }
        if isAboutNobody { return .announced }
        let signs = signsOfSpeech
        // Behind one somebody tells of it.
        if let reason = placeOfQuitReason, signs.first.map({ $0 > reason }) ?? true { return .announcedInOtherWords }
        for sign in signs {
            guard let name = plainName(sign) else { continue }
            if Self.isDeed(name) { return .announced }
            return isProgramsNote(behind: sign) ? .announced : .wrote(name)
        }
        return plainName(count).map { .headed($0.withoutPin) } ?? .unread
    }

    /// Zoom's `From Ada Okafor to Everyone: o/`, `From Ada Okafor : o/`.
    private mutating func saidToWhom() -> LogLine.Event? {
        attempt { line in
            guard line.consume("From ") else { return nil }
            line.skipBlanks()
            guard let colon = line.colonBeforeText else { return nil }
            let end = (0..<colon).first { place in
                var rest = line
                rest.skip(place)
                return rest.consume(" to ")
            }
            return line.plainName(end ?? colon).map { .wrote($0) }
        }
    }

    /// Whether what stands before a colon is no name but what a program tells of somebody, with the reason or the subject behind it:
    /// `bob removed carol: spam`, as Element exports it.
    private static func isDeed(_ name: String) -> Bool {
        name.split(separator: " ").dropFirst().dropLast().contains { deeds.contains($0) }
            || endsOfDeeds.contains { name.hasSuffix($0) }
    }

    private static let deeds: Set<Substring> = ["removed", "kicked", "banned", "unbanned", "invited"]
    private static let endsOfDeeds = [
        " rejected the invitation", "'s invitation", "\u{2019}s invitation", " started a thread",
    ]

    /// Where the signs stand behind which somebody's words follow, the earliest first: `Name: text`, `nick> text`, `nick | text`.
    private var signsOfSpeech: [Int] {
        let bar = distance(to: UInt8(ascii: "|")).flatMap { bar in
            bar > 1 && byte(bar - 1) == UInt8(ascii: " ") && byte(bar + 1) == UInt8(ascii: " ") ? bar : nil
        }
        let angle = wordLength > 1 && byte(wordLength - 1) == UInt8(ascii: ">") ? wordLength - 1 : nil
        return [colonBeforeText, angle, bar].compactMap(\.self).sorted()
    }

    /// The first colon with a blank behind it; nil where those of a name go on for longer than a name can.
    private var colonBeforeText: Int? {
        guard var end = distance(to: UInt8(ascii: ":")) else { return nil }
        while let after = byte(end + 1), after != UInt8(ascii: " "), after != UInt8(ascii: "\t") {
            guard let next = distance(to: UInt8(ascii: ":"), from: end + 1), next <= Nickname.mostBytes else {
                return nil
            }
            end = next
        }
        return end
    }

    /// Whether all that follows a sign is what sigtop writes in the place of words, for what Signal notes: `[keychange message]`.
    private func isProgramsNote(behind sign: Int) -> Bool {
        var rest = self
        rest.skip(sign + 1)
        rest.skipBlanks()
        guard rest.consume("[") else { return false }
        while let next = rest.next, next.isLetter || next.isDigit || next == UInt8(ascii: "-") { rest.skip(1) }
        return rest.consume(" message]") && rest.isBlank
    }

    /// Whether the line is `Name: text`, with nothing before the name.
    var isSpeechWithoutTime: Bool {
        colonBeforeText.map { plainName($0) != nil && $0 + 1 < count } ?? false
    }

    /// The beginning of the rest, long enough for a name of some words.
    var start: String { LineScanner.text(ofFirst: 2 * Nickname.mostBytes, in: self) }
}
