/// Finds where a mail's text quotes another, or is signed.
enum QuotedMail {
    /// Whether a line is quoted as programs do it; “>15 min late” is what somebody says.
    static func isQuoted(_ line: Substring) -> Bool {
        line.first == ">" && (line.dropFirst().first.map { $0.isWhitespace || $0 == ">" } ?? true)
    }

    /// Whether lines say who wrote what is quoted below them, and when: “On Tue, 1 Dec 2026 Nova wrote:”.
    static func isAttribution(_ lines: ArraySlice<Substring>) -> Bool {
        guard (1...3).contains(lines.count), lines.last?.hasSuffix(":") ?? false else { return false }
        let text = lines.joined(separator: " ").lowercased()
        let words = AnswerLine.words(text)
        let isDated = words.contains { $0.count == 4 && $0.hasPrefix("20") && $0.allSatisfy(\.isNumber) }
        return text.utf8.count <= 400 && words.contains(where: wrote.contains)
            && (isDated || text.contains { $0 == "@" })
    }

    /// Whether lines begin a mail that is quoted with its header, as Outlook does it.
    static func isHeader(_ lines: ArraySlice<Substring>) -> Bool {
        guard let fence = lines.first, isFence(fence), let next = lines.dropFirst().first(where: { !$0.isEmpty }) else {
            return false
        }
        return AnswerLine(next.lowercased()).isLabelled
    }

    /// A long rule, or words between two rules: “-----Original Appointment-----”.
    private static func isFence(_ line: Substring) -> Bool {
        guard line.utf8.count <= 200 else { return false }
        return line.count >= 20 && line.allSatisfy { $0 == "_" }
            || line.hasPrefix("-----") && line.hasSuffix("-----") && line.contains(where: \.isLetter)
    }

    /// Where the signature ends that begins with the first of some lines; nil where none begins.
    static func endOfSignature(_ lines: ArraySlice<Substring>, names: (Substring) -> Bool) -> Int? {
        guard lines.first == "--" else { return nil }
        let block = lines.dropFirst().prefix { !$0.isEmpty }
        guard let first = block.first else { return lines.startIndex + 1 }
        return block.count <= 8 && names(first) ? block.endIndex : nil
    }

    private static let wrote: Set<Substring> = [
        "wrote", "schrieb", "écrit", "escribió", "escreveu", "scritto", "schreef", "skrev", "kirjoitti", "napisał",
        "napisała",
        "napsal", "napsala", "napísal", "írta", "yazdı", "написал", "написала", "пишет", "пише", "写道", "寫道", "書きました",
    ]
}
