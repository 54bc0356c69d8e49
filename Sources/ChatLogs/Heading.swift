/// Names that stand above what somebody said, or before it without a mark.
extension LineScanner {
    /// A name that stands without any mark: of five words at most.
    func plainName(_ length: Int) -> String? {
        guard length > 0, length <= Nickname.mostBytes, let name = name(length), !name.utf8.starts(with: "#".utf8),
            !name.contains(" #"),
            name.utf8.count(where: { $0 == UInt8(ascii: " ") }) < 5, Nickname(name) != nil
        else { return nil }
        return name
    }

    /// What stands over somebody's words in zulip-archive's Markdown, with a picture before the name or without:
    /// `#### [Ada Okafor (Jan 12 2027 at 16:00)](https://…):`.
    mutating func archiveHeading() -> (String, Stamp)? {
        attempt { line in
            guard line.consume("#### [") else { return nil }
            if line.consume("!["), let picture = line.distance(to: UInt8(ascii: ")")) { line.skip(picture + 1) }
            line.skipBlanks()
            for length in (1..<max(1, line.count)) where line.byte(length) == UInt8(ascii: "(") {
                var rest = line
                rest.skip(length + 1)
                guard let stamp = rest.stamp(), rest.consume(")]("), let name = line.plainName(length) else { continue }
                return (name, stamp)
            }
            return nil
        }
    }

    /// What stands over somebody's words: `Ada Okafor  4:00 PM`, `Ada — Today at 16:00`, `Ada Okafor [4:00 PM]`,
    /// `Ada Okafor, [12.01.2027 16:00]:`.
    mutating func heading() -> (LogLine.Event, Stamp)? {
        guard count <= 2 * Nickname.mostBytes, hasDigit else { return nil }
        var offset = 1
        while offset < count {
            defer { offset += 1 }
            guard let at = byte(offset), at == UInt8(ascii: " ") || at == 0xE2 || at == UInt8(ascii: "\t") else {
                continue
            }
            var rest = self
            rest.skip(offset)
            let isParted =
                rest.consume("  ") || rest.consume("\t") || rest.consume(" \u{2014} ") || rest.consume(" \u{2013} ")
                || rest.byte(1) == UInt8(ascii: "[")
            guard isParted, let stamp = rest.stamp(), rest.consume(":") || true, rest.isBlank,
                let name = plainName(byte(offset - 1) == UInt8(ascii: ",") ? offset - 1 : offset)
            else { continue }
            // Discord puts its own sentences where names stand.
            let isSentence = announcedOf(words: 3) != nil || name.isSentence
            return (isSentence ? .announced : .headed(name.withoutPin), stamp)
        }
        return nil
    }
}

extension String {
    /// Without what DiscordChatExporter writes behind the name over a message that is pinned.
    var withoutPin: String { hasSuffix(" (pinned)") ? String(dropLast(9)) : self }

    /// Whether it has three words or more and ends as a sentence does, as no name.
    fileprivate var isSentence: Bool {
        (utf8.last == UInt8(ascii: ".") || utf8.last == UInt8(ascii: "!"))
            && utf8.count { $0 == UInt8(ascii: " ") } >= 2
    }
}
