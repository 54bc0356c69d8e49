// What a program says of somebody.

extension LineScanner {
    /// `nick [user@host] has joined #channel`, `nick is now known as other`, `Joins: nick (user@host)`.
    mutating func announcedEvent() -> LogLine.Event {
        skipBlanks()
        if consume("| ") { skipBlanks() }
        if consume("Joins: ") { return name(wordLength).map { .joined($0) } ?? .announced }
        if isAboutNobody { return .announced }
        return announcedOf(words: 3) ?? .announced
    }

    /// What is said of a name of so many words at most.
    mutating func announcedOf(words most: Int) -> LogLine.Event? {
        var rest = self
        var length = 0
        var isInOtherWords = false
        var subject = 0
        for _ in 1...most {
            let word = rest.wordLength
            guard word > 0 else { break }
            if rest.isSpeakerNext(word) {
                // Behind these somebody speaks; but Rocket.Chat puts a colon before a sentence of its own, too.
                var behind = rest
                behind.skip(word)
                behind.skipBlanks()
                if rest.byte(word - 1) == UInt8(ascii: ":"), let sentence = behind.systemSentence {
                    let name = name(length + word - 1)
                    return sentence.isArrival ? name.map { .joined($0) } ?? .announced : .announced
                }
                guard isProgramSpeaking(length + word + 1) else { return nil }
                rest = behind
                length += word + 1
                subject = length
                continue
            }
            // In ii's logs the host stands right behind the nickname.
            let nickname = rest.lengthBeforeHost(word)
            var behind = rest
            behind.skip(nickname ?? word)
            let isInBrackets = rest.next == UInt8(ascii: "[") && rest.byte(word - 1) == UInt8(ascii: "]")
            if let announcement = behind.announcement(isInBrackets: isInBrackets && length == subject) {
                var named = self
                named.skip(subject)
                guard let name = named.name(length - subject + (nickname ?? word)) else { return .announced }
                return switch announcement {
                case .joined: .joined(name)
                case .renamed(let new): .renamed(name, to: new)
                case .other: .announced
                }
            }
            isInOtherWords = isInOtherWords || behind.isHostNext
            rest.skip(word)
            length += word
            guard rest.consume(" ") else { break }
            length += 1
        }
        return isInOtherWords ? .announcedInOtherWords : nil
    }

    /// Whether a word is next behind which somebody's words stand: `Eve:`, `eve>`, or a bar.
    private func isSpeakerNext(_ word: Int) -> Bool {
        guard word > 1 else { return next == UInt8(ascii: "|") }
        return byte(word - 1) == UInt8(ascii: ":") || byte(word - 1) == UInt8(ascii: ">") && next?.isLetter ?? false
    }

    /// Whether the next so many bytes name the program: Mattermost's `system: `.
    private func isProgramSpeaking(_ length: Int) -> Bool {
        length == 8 && LineScanner.text(ofFirst: 7, in: self).lowercased() == "system:"
    }
}
