import Mentoring
import MentoringAPI

/// Running text for a terminal.
package enum Paragraph {
    /// The text in lines of at most so many columns, all indented and all but the first indented further.
    ///
    /// Characters that could command the terminal are replaced.
    package static func of(_ text: String, columns: Int = Layout.current.columns, indent: Int = 0) -> String {
        let first = String(repeating: " ", count: indent)
        let others = String(repeating: " ", count: indent + 2)
        return first
            + lines(of: text, columns: columns - indent, then: columns - indent - 2).joined(separator: "\n\(others)")
    }

    /// The text in lines of at most so many columns, the others having another number of them than the first.
    ///
    /// Characters that could command the terminal are replaced.
    package static func lines(of text: String, columns: Int, then others: Int) -> [String] {
        let shown = OneLine.shown(text)
        // Before it is broken, where a mark could lose what it stands between.
        let text = Layout.current.isInWords ? SpokenLine.of(shown) : shown
        guard columns != .max, text.displayWidth > min(columns, others) else { return [text] }
        return joined(words(of: text), columns: columns, then: others)
    }

    /// The words in lines of at most so many columns, the others having another number of them than the first; a word that is
    /// longer has a line for itself.
    package static func joined(_ words: [some StringProtocol], columns: Int, then others: Int) -> [String] {
        words.reduce(into: []) { lines, word in
            let room = lines.count <= 1 ? columns : others
            if let last = lines.last, "\(last) \(word)".displayWidth <= room {
                lines[lines.count - 1] = "\(last) \(word)"
            } else if lines.isEmpty || !word.isEmpty {
                if let last = lines.last { lines[lines.count - 1] = last.withoutBlanksAtItsEnd }
                lines.append(String(word))
            }
        }
    }

    /// The words of it; a command at its end is one of them, since nobody can copy it in pieces.
    private static func words(of text: String) -> [Substring] {
        let start =
            text.hasPrefix("meridian ")
            ? text.startIndex : text.ranges(of: ": meridian ").last.map { text.index($0.lowerBound, offsetBy: 2) }
        let command = start.map { text[$0...] }
        return text[..<(start ?? text.endIndex)].split(separator: " ", omittingEmptySubsequences: false).dropLast(
            command == nil ? 0 : 1)
            + (command.map { [$0] } ?? [])
    }

    /// Short texts beside each other, as many to a line as fit; said, one after the other.
    static func flow(_ texts: [String], columns: Int = Layout.current.columns) -> [String] {
        guard !Layout.current.isInWords else { return texts.isEmpty ? [] : [of(texts.joined(separator: ", "))] }
        return texts.reduce(into: [String]()) { lines, text in
            if let last = lines.last, "\(last)   \(text)".displayWidth <= columns {
                lines[lines.count - 1] = "\(last)   \(text)"
            } else {
                lines.append(text)
            }
        }.map { of($0, columns: columns) }
    }

    /// `week 3`, `weeks 3, 5 to 7`.
    package static func weeks(_ weeks: [Int]) -> String {
        let runs = weeks.consecutiveRuns.map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)"
        }
        return (weeks.count == 1 ? "week " : "weeks ") + runs.joined(separator: ", ")
    }

    /// A number with one decimal, rounded.
    package static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
