/// A text in which somebody said a time, and which cannot be read, or can be read in two ways.
struct UnreadTime: Error, Hashable, Sendable, CustomStringConvertible {
    /// All that was written.
    let text: String
    /// Where what cannot be read begins, in characters from 1; nil where something is missing at its end.
    let position: Int?
    /// What can be read in its place, or the question which of two is meant.
    let help: String
    /// Whether what stands there is a word that says nothing of times, such as a name.
    var isForeign = false

    /// Whether the text does not even begin as a time.
    var isOfNoTime: Bool { isForeign && position == 1 }

    /// `“Tue 5”, at character 5: …`.
    var description: String {
        // Nobody writes a long one by hand, and an error quotes no file.
        let shown = text.count > TimeWords.longest ? text.prefix(40) + "…" : text[...]
        let place = position.map { "at character \($0)" } ?? "at its end"
        return text.isEmpty ? help : "“\(OneLine.shown(String(shown)))”, \(place): \(help)"
    }
}

extension BadInput {
    init(_ unread: UnreadTime) { self.init(unread.description) }
}
