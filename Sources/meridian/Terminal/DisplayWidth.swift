import CTerminal
import Mentoring

extension String {
    /// How many columns a terminal gives the text: two for a wide character, none for a combining mark.
    var displayWidth: Int {
        unicodeScalars.reduce(0) { $0 + max(0, Int(wcwidth(wchar_t(bitPattern: $1.value)))) }
    }

    /// The text in just so many columns: cut with “…” or filled with blanks.
    func fitted(to columns: Int, alignedRight: Bool = false) -> String {
        let text = truncated(to: columns)
        let fill = String(repeating: " ", count: max(0, columns - text.displayWidth))
        return alignedRight ? fill + text : text + fill
    }

    private func truncated(to columns: Int) -> String {
        guard displayWidth > columns else { return self }
        var kept = ""
        var width = 0
        for character in self {
            let next = String(character).displayWidth
            guard width + next <= columns - 1 else { break }
            kept.append(character)
            width += next
        }
        return kept + "…"
    }
}
