/// Text of one line, as people may give it for names, titles and reasons.
///
/// Whatever a name passes through later (a terminal, a mail header, a calendar property) takes a line break or a control
/// character as a command, so none is let in here.
public enum OneLine {
    /// Checks a line of text.
    ///
    /// - Parameters:
    ///   - text: what was given.
    ///   - what: what it is called to the person who gave it, such as "name".
    ///   - limit: the most UTF-8 bytes allowed.
    /// - Returns: the text without surrounding blanks.
    /// - Throws: `BadInput` when it is empty, too long, or holds a control, line-separating or direction-overriding character, or a
    ///   noncharacter.
    public static func validated(_ text: String, as what: String, limit: Int = 200) throws(BadInput) -> String {
        let trimmed = String(text.trimmingBlanks)
        guard !trimmed.isEmpty else { throw BadInput("the \(what) is empty") }
        guard trimmed.utf8.count <= limit else {
            throw BadInput("the \(what) has \(trimmed.utf8.count) bytes; at most \(limit) are allowed")
        }
        if let bad = trimmed.unicodeScalars.first(where: \.isUnsafeInOneLine) {
            let code = String(bad.value, radix: 16, uppercase: true).zeroPadded(to: 4)
            throw BadInput("the \(what) holds the character U+\(code), which is not allowed in one line of text")
        }
        return trimmed
    }

    /// The text with every unsafe character replaced by U+FFFD, for showing what may never have been validated.
    public static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: \.isUnsafeInOneLine) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { safe.append(scalar.isUnsafeInOneLine ? "\u{FFFD}" : scalar) }
        return String(safe)
    }

    /// The same of a line of a longer text, in which a tab is four blanks.
    package static func shown(lineOfText line: some StringProtocol) -> String {
        shown(line.utf8.contains(0x09) ? String(line).replacing("\t", with: "    ") : String(line))
    }
}

extension Unicode.Scalar {
    /// Whether the scalar could break a line, command a terminal or reverse the text that follows it, or is one of those that
    /// Unicode leaves to programs for their own use (noncharacters, §23.7), as which ours takes it.
    var isUnsafeInOneLine: Bool {
        switch value {
        case 0xFDD0...0xFDEF: true
        case _ where value & 0xFFFE == 0xFFFE: true
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

extension StringProtocol {
    /// The text without spaces and tabs at either end.
    var trimmingBlanks: SubSequence {
        // By scalar: a character may go on for a megabyte of combining marks, and finding its end takes that long.
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return self[startIndex..<startIndex] }
        return self[first..<scalars.index(after: last)]
    }
}
