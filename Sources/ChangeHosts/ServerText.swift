import Mentoring

/// Text from a server, which may hold anything.
enum ServerText {
    /// The text on one line: control characters and line breaks become blanks, and what is too long is cut off.
    ///
    /// - Parameters:
    ///   - text: what the server sent.
    ///   - limit: the most UTF-8 bytes that are kept.
    /// - Returns: the line.
    /// - Throws: `WrongAnswer` when nothing is left.
    static func oneLine(_ text: String, limit: Int) throws -> String {
        var line = String.UnicodeScalarView()
        var bytes = 0
        for scalar in text.unicodeScalars {
            // Whatever is unsafe is replaced by U+FFFD, and so is not itself any more.
            let isSafe = OneLine.shown(String(scalar)).unicodeScalars.first == scalar
            let kept = isSafe && scalar != "\u{FFFD}" ? scalar : " "
            guard kept != " " || (line.last ?? " ") != " " else { continue }
            bytes += UTF8.width(kept)
            guard bytes <= limit else { break }
            line.append(kept)
        }
        while line.last == " " { line.removeLast() }
        guard !line.isEmpty else { throw WrongAnswer() }
        return String(line)
    }

    /// A number of lines.
    static func count(_ lines: Int) throws -> Int {
        guard (0...1_000_000_000).contains(lines) else { throw WrongAnswer() }
        return lines
    }

    /// A patch set's number, or a commit's 40 or 64 hexadecimal digits.
    static func revision(_ text: String) throws -> String {
        let isNumber = (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let isCommit =
            [40, 64].contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard isNumber || isCommit else { throw WrongAnswer() }
        return text
    }
}
