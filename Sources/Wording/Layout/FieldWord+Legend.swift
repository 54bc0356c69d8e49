package import Mentoring

extension Table {
    /// The table with what words above or in it mean, a line for each; without rows nothing needs to be explained.
    package func text(explaining words: FieldWord..., indent: Int = 0) -> String {
        let legend = rows.isEmpty ? "" : words.legend(indent: indent)
        return [text(indent: indent), legend].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension [FieldWord] {
    /// What the words above it mean, a line for each, in the order of all words; empty without any.
    package func legend(indent: Int = 0) -> String {
        FieldWord.allCases.filter(contains).map { Paragraph.of($0.explanation, indent: indent) }
            .joined(separator: "\n")
    }
}
