import Mentoring

extension [FieldWord] {
    /// What the words above it mean, a line for each, in the order of all words; empty without any.
    func legend(indent: Int = 0) -> String {
        FieldWord.allCases.filter(contains).map { Paragraph.of($0.explanation, indent: indent) }
            .joined(separator: "\n")
    }
}
