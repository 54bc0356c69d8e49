/// Lines that say who has answered, or who takes part.
extension ProgramLines {
    /// Such as: Ada Okafor has tentatively accepted your event invitation.
    func saysAnswer(_ line: AnswerLine) -> Bool {
        guard !line.isSpoken, line.text.unicodeScalars.count <= 300 else { return false }
        guard let name = names.first(where: { isNamed(line.words, $0) }) else { return saysAnswerWithoutBlanks(line) }
        var rest = line.words.dropFirst(name.count)
        if let address = addresses.first(where: rest.starts) { rest = rest.dropFirst(address.count) }
        for title in titles.map(AnswerLine.words) where rest.count >= title.count && !title.isEmpty {
            guard
                let start = (rest.startIndex...(rest.endIndex - title.count)).first(where: {
                    rest[$0...].starts(with: title)
                })
            else { continue }
            rest.removeSubrange(start..<(start + title.count))
        }
        return AnswerVocabulary.saysAnswer(rest) || saysAnswerWithoutBlanks(line)
    }

    /// Whether words begin with a name, of which mails in ASCII leave the accents away.
    private func isNamed(_ words: [Substring], _ name: [Substring]) -> Bool {
        words.count > name.count
            && zip(words, name).allSatisfy { word, part in
                word == part
                    || word.count == part.count
                        && zip(word, part).allSatisfy { $0 == $1 || $0.isASCII && $0.isLetter && !$1.isASCII }
            }
    }

    /// The same in a script that sets no blanks between words.
    private func saysAnswerWithoutBlanks(_ line: AnswerLine) -> Bool {
        let text = line.text.filter { !$0.isWhitespace }
        if let name = unbroken.first(where: text.hasPrefix) {
            return AnswerVocabulary.saysAnswerWithoutBlanks(text.dropFirst(name.count))
        }
        guard let name = names.first(where: { isNamed(line.words, $0) }) else { return false }
        return AnswerVocabulary.saysAnswerWithoutBlanks(line.words.dropFirst(name.count).joined())
    }

    /// Whether a value holds names and addresses of those who take part, and nothing else.
    func isWho(_ value: String) -> Bool {
        var words = AnswerLine.words(value)[...]
        var count = 0
        while !words.isEmpty, count < 20 {
            guard let run = (addresses + names).first(where: words.starts) else { return false }
            words = words.dropFirst(run.count)
            count += 1
        }
        return words.isEmpty
    }
}
