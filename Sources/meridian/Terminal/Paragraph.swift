import Mentoring
import MentoringAPI

/// Running text for a terminal.
enum Paragraph {
    /// The text in lines of at most so many columns, all indented and all but the first indented further.
    ///
    /// Characters that could command the terminal are replaced.
    static func of(_ text: String, columns: Int = Terminal.columns, indent: Int = 0) -> String {
        let first = String(repeating: " ", count: indent)
        let others = String(repeating: " ", count: indent + 2)
        return first
            + lines(of: text, columns: columns - indent, then: columns - indent - 2).joined(separator: "\n\(others)")
    }

    /// The text in lines of at most so many columns, the others having another number of them than the first.
    ///
    /// Characters that could command the terminal are replaced.
    static func lines(of text: String, columns: Int, then others: Int) -> [String] {
        var lines: [String] = []
        for word in OneLine.shown(text).split(separator: " ", omittingEmptySubsequences: false) {
            let longer = lines.last.map { "\($0) \(word)" } ?? String(word)
            if lines.isEmpty {
                lines.append(longer)
            } else if longer.displayWidth <= (lines.count == 1 ? columns : others) {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// `week 3`, `weeks 3, 5 to 7`.
    static func weeks(_ weeks: [Int]) -> String {
        let runs = weeks.consecutiveRuns.map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)"
        }
        return (weeks.count == 1 ? "week " : "weeks ") + runs.joined(separator: ", ")
    }

    /// A number with one decimal, rounded.
    static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// `1 turn`, `3 turns`.
    static func counted(_ count: Int, _ thing: String) -> String { "\(count) \(thing)\(count == 1 ? "" : "s")" }
}
