/// A part of an answer that stands on a page: words, or a table.
///
/// Within the program a table's row is a line that begins with a noncharacter and has others between its cells, which Unicode leaves
/// to programs for their own use (§23.7), so that an answer is one text for every medium.
package enum PageBlock: Equatable {
    /// Above what follows.
    case heading(String)
    /// Sentences, a line each.
    case lines([String])
    case table(headings: [String], rows: [[String]])

    /// A table's lines.
    fileprivate enum Sign: UInt32 {
        case headings = 0xFDD3
        case row = 0xFDD4
        case cell = 0xFDD5

        var text: String { Unicode.Scalar(rawValue).map { "\($0)" } ?? "" }
    }

    /// An answer in the words of a page, in parts.
    ///
    /// Commands are left out: on a page its buttons stand for them.
    ///
    /// - Parameters:
    ///   - tense: what it tells of.
    ///   - answer: makes the answer's text.
    /// - Returns: its parts, in their order.
    /// - Throws: what making the text throws.
    package static func parts(
        as tense: Layout.Tense = .present, of answer: () throws -> String
    ) rethrows -> [PageBlock] {
        try Layout.$current.withValue(Layout(.page, hasStyles: true, as: tense)) {
            let layout = Layout(.page)
            return try answer().split(separator: "\n", omittingEmptySubsequences: false).reduce(into: []) {
                parts, line in
                let (emphasis, text) = Emphasis.read(line)
                switch text.unicodeScalars.first.flatMap({ Sign(rawValue: $0.value) }) {
                case .headings: parts.append(.table(headings: cells(of: text), rows: []))
                case .row: add(row: cells(of: text), to: &parts)
                case .cell, nil: add(withoutCommand(layout.written(text)), emphasis, to: &parts)
                }
            }.filter { $0 != .lines([]) }
        }
    }

    private static func cells(of line: String) -> [String] {
        line.unicodeScalars.dropFirst().split(omittingEmptySubsequences: false) { $0.value == Sign.cell.rawValue }.map {
            Isolation.of(CleanText.of(String($0)))
        }
    }

    private static func add(row cells: [String], to parts: inout [PageBlock]) {
        guard case .table(let headings, let rows)? = parts.last else { return }
        parts[parts.count - 1] = .table(headings: headings, rows: rows + [cells])
    }

    /// Adds a line of words; nil ends what stands together.
    private static func add(_ words: String?, _ emphasis: Emphasis?, to parts: inout [PageBlock]) {
        guard let words else { return parts.append(.lines([])) }
        if emphasis == .heading {
            parts.append(.heading(words))
        } else if case .lines(let lines)? = parts.last, !lines.isEmpty {
            parts[parts.count - 1] = .lines(lines + [words])
        } else {
            parts.append(.lines([words]))
        }
    }

    /// The line without what is for a terminal: a command at its end, and what stands in brackets about commands and options; nil where
    /// it is nothing else, or nothing at all.
    ///
    /// What somebody wrote is quoted, and left as it is.
    private static func withoutCommand(_ line: String) -> String? {
        guard !line.hasPrefix(quotation) else { return line }
        let isIndented = line.hasPrefix(" ")
        let line = String(line.drop { $0 == " " }).replacing(
            #/ \((?:meridian [a-z-]+ |--[a-z-]+ )[^()]*\)/#, with: "")
        let isWhole = isIndented && isCommand(line, after: "") || isCommand(line, after: "next: ")
        guard !line.isEmpty, !isWhole else { return nil }
        guard let end = line.ranges(of: ": meridian ").last, isCommand(String(line[end.lowerBound...]), after: ": ")
        else { return line }
        return String(line[..<end.lowerBound])
    }

    private static func isCommand(_ text: String, after beginning: String) -> Bool {
        guard text.hasPrefix(beginning + "meridian ") else { return false }
        let word = text.dropFirst(beginning.count + "meridian ".count).prefix { $0 != " " }
        return commands.contains(String(word))
    }

    /// What stands before a line that somebody wrote.
    static let quotation = "> "

    /// The first words of commands; `PageBlockTests` holds that they are all there are.
    static let commands: Set<String> = [
        "session", "trainee", "enroll", "leave", "attend", "review", "progress", "nick", "feed", "slot", "away", "swap",
        "duty", "co-lead", "why", "why-not", "evidence", "program", "season", "mentor", "freeze", "plan", "forecast",
        "health", "organizer", "person", "invite", "mail", "token", "log", "serve", "outbox", "backup", "restore",
        "doctor", "demo", "login", "logout", "whoami", "completion", "lint", "planner",
    ]
}

extension Table {
    /// A line for the headings and for each row, with words for marks; what has no heading is called by the column's name.
    var onPage: [Line] {
        guard !rows.isEmpty else { return [] }
        let order = [subject] + others
        let headings = Self.line(.headings, order.map { columns[$0].headingOnPage })
        return [Line(headings)]
            + rows.map { row in Line(Self.line(.row, order.map { row.cells[$0].said }), row.emphasis) }
    }

    /// What is in a cell has none of the signs: no noncharacter of somebody else's is kept.
    private static func line(_ sign: PageBlock.Sign, _ cells: [String]) -> String {
        sign.text + cells.map { CleanText.of($0) }.joined(separator: PageBlock.Sign.cell.text)
    }
}

extension Table.Column {
    /// What stands above its cells where every column has a heading.
    fileprivate var headingOnPage: String { [title, calledBeside, "Remark"].first { !$0.isEmpty } ?? "" }
}
