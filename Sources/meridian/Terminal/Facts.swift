import Mentoring

/// A list of named facts about one thing.
struct Facts {
    private let facts: [(name: String, value: String)]

    init(_ facts: [(String, String)]) { self.facts = facts.map { (name: $0.0, value: $0.1) } }

    /// One line a fact, values aligned.
    var text: String {
        let width = facts.map(\.name.displayWidth).max() ?? 0
        return facts.map { "\($0.name.fitted(to: width))  \(OneLine.shown($0.value))" }.joined(separator: "\n")
    }
}
