/// How an answer is laid out: for the width of a terminal, for a pipe or a file, to be heard, or to stand on a page.
package struct Layout: Sendable {
    /// What an answer is made of.
    package enum Medium: Sendable {
        /// Columns, marks and lines, as a terminal, a pipe or a file shows them.
        case drawn
        /// Sentences for tables and words for marks, for those whom columns and drawing are no help to.
        case spoken
        /// Words for marks, and tables that a page draws (`PageBlock`).
        case page
    }

    /// What an answer tells of on a page.
    package enum Tense: Sendable {
        /// What is so; nobody did anything, or is about to.
        case present
        /// What a request would do that is only looked at.
        case conditional
        /// What was done just before.
        case past
    }

    /// How many columns a line may have; `.max` where nothing is cut or broken, since a program may read it line by line.
    package let columns: Int
    package let medium: Medium
    /// Whether lines may stand out from others.
    package let hasStyles: Bool
    /// What a page tells of.
    let tense: Tense

    /// How the answer at hand is laid out.
    @TaskLocal package static var current = Layout()

    package init(columns: Int = .max, _ medium: Medium = .drawn, hasStyles: Bool = false, as tense: Tense = .present) {
        self.columns = columns
        self.medium = medium
        self.hasStyles = hasStyles
        self.tense = tense
    }

    /// Whether it is for a page.
    var isOnPage: Bool { medium == .page }

    /// Whether what it tells is still to be done, on a page.
    var isBeforehand: Bool { tense == .conditional }

    /// Whether what it tells is done by now, on a page.
    var isDone: Bool { tense == .past }

    /// Whether words stand for marks.
    package var isInWords: Bool { medium != .drawn }

    /// The same for those whom columns and drawing are no help to.
    package var spoken: Layout { Layout(columns: columns, .spoken) }

    /// The same with so many columns less.
    package func narrower(by columns: Int) -> Layout {
        Layout(
            columns: self.columns == .max ? .max : max(1, self.columns - columns), medium, hasStyles: hasStyles,
            as: tense)
    }
}

// MARK: - What is written

extension Layout {
    /// An answer as it is written: lines broken between words where they are too long, and nothing in it that a terminal would
    /// obey but what is ours.
    package func written(_ answer: String) -> String {
        answer.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let (emphasis, text) = hasStyles ? Emphasis.read(line) : (nil, String(line))
            return broken(isInWords ? SpokenLine.of(text) : text).map { line in
                let clean = Isolation.of(CleanText.of(line))
                return emphasis?.shown(clean) ?? clean
            }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// The line, or lines of it that are indented further.
    private func broken(_ line: String) -> [String] {
        guard columns != .max, line.displayWidth > columns, !line.utf8.contains(0x09) else { return [line] }
        let indent = line.prefix { $0 == " " }.count
        return Paragraph.of(String(line.dropFirst(indent)), columns: columns, indent: indent)
            .split(separator: "\n").map(String.init)
    }
}
