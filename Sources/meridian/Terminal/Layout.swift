import Glibc

/// How an answer is laid out: for the width of a terminal, for a pipe or a file, or to be heard.
struct Layout: Sendable {
    /// How many columns a line may have; `.max` where nothing is cut or broken, since a program may read it line by line.
    var columns = Int.max
    /// Whether sentences stand for tables, and words for marks, for those whom columns and drawing are no help to.
    var isSpoken = false
    /// Whether lines may stand out from others.
    var hasStyles = false

    /// How the answer at hand is laid out.
    @TaskLocal static var current: Layout = .ofStandardOutput

    /// What standard output asks for, and the environment.
    static let ofStandardOutput: Layout = {
        let isSpoken = Environment.isOn("MERIDIAN_ACCESSIBLE")
        guard let columns = Terminal.columns(of: STDOUT_FILENO) else { return Layout(isSpoken: isSpoken) }
        return Layout(
            columns: columns, isSpoken: isSpoken,
            hasStyles: !isSpoken && Environment["NO_COLOR"] == nil && Terminal.obeys)
    }()

    /// The same for those whom columns and drawing are no help to.
    var spoken: Layout { Layout(columns: columns, isSpoken: true) }

    /// The same with so many columns less.
    func narrower(by columns: Int) -> Layout {
        var layout = self
        if self.columns != .max { layout.columns = max(1, self.columns - columns) }
        return layout
    }
}

// MARK: - What is written

extension Layout {
    /// An answer as it is written: lines broken between words where they are too long, and nothing in it that a terminal would
    /// obey but what is ours.
    func written(_ answer: String) -> String {
        answer.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let (emphasis, text) = hasStyles ? Emphasis.read(line) : (nil, String(line))
            return broken(isSpoken ? SpokenLine.of(text) : text).map { line in
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
