import ArgumentParser
import Wording

/// What ArgumentParser says of a command, in lines that a terminal has room for.
///
/// ArgumentParser breaks lines anywhere; a command that somebody copies out of them has to be whole. An example has its line for
/// itself, however long it is, and no line ends within a command that a sentence names.
struct HelpText {
    private let lines: [String]

    var isEmpty: Bool { lines.allSatisfy(\.isEmpty) }

    /// - Parameter text: with each paragraph, and each entry of a list, on a line.
    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The text in lines of at most so many columns, where that can be; said, without columns within them.
    func wrapped(to columns: Int) -> String {
        let isSpoken = Layout.current.isInWords
        var isList = false
        return lines.map { line in
            if line.hasPrefix("USAGE: ") { isList = true }
            // “FOR TRAINEES SUBCOMMANDS” is ArgumentParser's for a group.
            if line.hasPrefix("FOR "), line.hasSuffix(" SUBCOMMANDS:") {
                return line.replacing(" SUBCOMMANDS:", with: ":")
            }
            if isSpoken, isList || line.hasPrefix("Help: ") {
                return Self.joined(Self.words(of: Self.said(line)), columns: columns, indent: 4)
            }
            if line.displayWidth <= columns || (line.hasPrefix("  ") && !isList) { return line }
            return Self.wrapped(line, to: columns)
        }.joined(separator: "\n")
    }

    /// Where ArgumentParser begins what it says of an entry of a list.
    private static let text = 26

    /// An entry of a list, what it says after its name; “Help:” is ArgumentParser's before what it says of one option.
    private static func said(_ line: String) -> String {
        let parts = line.split(separator: /\s\s+/).map(String.init)
        return parts.dropFirst().reduce(parts.first ?? "") { $0.hasSuffix(":") ? "\($0) \($1)" : "\($0): \($1)" }
    }

    private static func wrapped(_ line: String, to columns: Int) -> String {
        for usage in ["USAGE: ", "Usage: "] where line.hasPrefix(usage) {
            return joined(words(of: line), columns: columns, indent: usage.count)
        }
        let label = String(line.prefix(text))
        guard line.hasPrefix("  "), label.hasSuffix("  ") || label.allSatisfy({ $0 == " " }) else {
            return joined(words(of: line), columns: columns, indent: line.hasPrefix(" ") ? 4 : 0)
        }
        let rest = words(of: String(line.dropFirst(text)))
        guard columns < text + 24 else { return joined(rest, columns: columns, indent: text, first: label) }
        // Too narrow for two columns: what it says stands below.
        let below = joined(rest, columns: columns, indent: 6, first: "      ")
        return label.allSatisfy { $0 == " " } ? below : "\(label.withoutBlanksAtItsEnd)\n\(below)"
    }

    private static func joined(_ words: [String], columns: Int, indent: Int, first: String = "") -> String {
        let lines = Paragraph.joined(words, columns: columns - first.displayWidth, then: columns - indent)
        return first + lines.joined(separator: "\n" + String(repeating: " ", count: indent))
    }

    /// The words between which a line may end: a command with what belongs to it is one, and so are `--name <name>` and
    /// `[--zone <zone> ...]` of the usage.
    private static func words(of line: String) -> [String] {
        var words: [String] = []
        var open: OpenCommand?
        for word in line.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
            let isOpen = words.last.map { $0.hasPrefix("[") && !$0.hasSuffix("]") } ?? false
            let isValue = word.hasPrefix("<") && (words.last?.hasPrefix("--") ?? false)
            if isOpen || isValue || open?.takes(word) == true {
                words[words.count - 1] += " \(word)"
            } else {
                words.append(word)
                open = word.trimmingMarks == "meridian" ? OpenCommand() : nil
            }
        }
        return words
    }

    /// A command within a sentence, as far as it has been read.
    private struct OpenCommand {
        private var command: any ParsableCommand.Type = Meridian.self
        private var isOver = false

        /// Whether the next word belongs to it: a command's, an option, or what stands for a value.
        mutating func takes(_ word: String) -> Bool {
            guard !isOver else { return false }
            let bare = word.trimmingMarks
            isOver = word.last.map { ".,;:)'”`".contains($0) } ?? true
            if let next = CommandTree.subcommand(bare, of: command) {
                command = next
                return true
            }
            return bare.hasPrefix("--") || (bare.count > 1 && bare.allSatisfy { $0.isUppercase })
        }
    }
}

extension String {
    /// Without the marks that a sentence puts around a word.
    fileprivate var trimmingMarks: String {
        var word = self[...]
        while let first = word.first, "('“`".contains(first) { word.removeFirst() }
        while let last = word.last, ".,;:)'”`".contains(last) { word.removeLast() }
        return String(word)
    }
}
