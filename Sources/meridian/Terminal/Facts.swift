import Mentoring

/// A list of named facts about one thing.
struct Facts {
    private let facts: [(name: String, value: String)]

    init(_ facts: [(String, String)]) { self.facts = facts.map { (name: $0.0, value: $0.1) } }

    /// One line a fact, values aligned.
    var text: String { text(wrappedAt: .max) }

    /// Values aligned, and broken between words where they do not fit in so many columns.
    func text(wrappedAt columns: Int) -> String {
        let width = facts.map(\.name.displayWidth).max() ?? 0
        let indent = String(repeating: " ", count: width + 2)
        return facts.map { fact in
            let lines = Paragraph.lines(of: fact.value, columns: columns - width - 2, then: columns - width - 2)
            return "\(fact.name.fitted(to: width))  \(lines.joined(separator: "\n\(indent)"))"
        }.joined(separator: "\n")
    }
}
