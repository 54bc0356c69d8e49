import Mentoring
import MentoringAPI

/// Running text for a terminal.
enum Paragraph {
    /// The text in lines of at most so many columns, all indented and all but the first indented further.
    ///
    /// Characters that could command the terminal are replaced.
    static func of(_ text: String, columns: Int = Terminal.columns, indent: Int = 0) -> String {
        let safe = OneLine.shown(text)
        var lines = [String(repeating: " ", count: indent)]
        var isFirstWord = true
        for word in safe.split(separator: " ", omittingEmptySubsequences: false) {
            let longer = lines[lines.count - 1] + (isFirstWord ? "" : " ") + word
            if longer.displayWidth <= columns || isFirstWord {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(repeating: " ", count: indent + 2) + word)
            }
            isFirstWord = false
        }
        return lines.joined(separator: "\n")
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
