import Mentoring

/// A list of named facts about one thing.
package struct Facts {
    private let facts: [(name: String, value: String)]

    package init(_ facts: [(String, String)]) { self.facts = facts.map { (name: $0.0, value: $0.1) } }

    /// As they stand in the layout at hand.
    package var text: String { text() }

    /// Values aligned, and broken between words where they do not fit; said, each after its name.
    package func text(in layout: Layout = .current) -> String {
        guard !layout.isInWords else {
            return facts.map { fact in
                Paragraph.of(fact.name.isEmpty ? fact.value : "\(fact.name): \(fact.value)", columns: layout.columns)
            }.joined(separator: "\n")
        }
        let width = facts.map(\.name.displayWidth).max() ?? 0
        let indent = String(repeating: " ", count: width + 2)
        let columns = layout.narrower(by: width + 2).columns
        return facts.map { fact in
            let lines = Paragraph.lines(of: fact.value, columns: columns, then: columns)
            return "\(fact.name.fitted(to: width))  \(lines.joined(separator: "\n\(indent)"))"
        }.joined(separator: "\n")
    }
}
