import CTerminal
import Mentoring

extension StringProtocol {
    /// How many columns a terminal gives the text, as the C library counts them: two for a wide character, none for a combining
    /// mark, a joiner or an isolate, and one for a vowel sign that takes room of its own (Unicode's Mc).
    package var displayWidth: Int {
        unicodeScalars.reduce(0) { $0 + Swift.max(0, Int(wcwidth(wchar_t(bitPattern: $1.value)))) }
    }
}

extension String {
    package var withoutBlanksAtItsEnd: String { String(reversed().drop { $0 == " " }.reversed()) }

    /// The text in just so many columns: cut with “…” or filled with blanks.
    func fitted(to columns: Int, alignedRight: Bool = false, keepingEnd: Bool = false) -> String {
        let text = truncated(to: columns, keepingEnd: keepingEnd)
        let fill = String(repeating: " ", count: max(0, columns - text.displayWidth))
        return alignedRight ? fill + text : text + fill
    }

    private func truncated(to columns: Int, keepingEnd: Bool) -> String {
        guard displayWidth > columns else { return self }
        let end = keepingEnd ? (columns - 1) / 2 : 0
        return String(first(columns - 1 - end)) + "…" + String(String(reversed()).first(end).reversed())
    }

    /// As much of its beginning as fits.
    private func first(_ columns: Int) -> Substring {
        var width = 0
        return prefix { character in
            width += String(character).displayWidth
            return width <= columns
        }
    }
}
