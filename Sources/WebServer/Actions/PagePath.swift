import Mentoring

/// The path of one of our own pages, to which one comes back after a form.
///
/// It is sent by the form, so it may be anything: only what can be nothing but a path below this site is taken.
struct PagePath: Hashable {
    /// The path, below the root.
    let text: String

    /// The path that a text is, or that of one's own page.
    init(_ text: String) {
        let isOurs =
            text.utf8.count <= 300 && text.hasPrefix("/") && !text.hasPrefix("//")
            && text.utf8.allSatisfy { Self.bytes.contains($0) }
        self.text = isOurs ? text : "/me"
    }

    /// The same page when it says what was done.
    /// - Parameters:
    ///   - note: what was done, as `DoneNote.value` has it.
    ///   - isRepeated: whether it was done when the same was sent before, and nothing now.
    /// - Returns: the path, with it in its query.
    func saying(_ note: String, isRepeated: Bool) -> String {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let mark = parts[0].contains("?") ? "&" : "?"
        let field = isRepeated ? DoneNote.fieldBefore : DoneNote.field
        return "\(parts[0])\(mark)\(field)=\(note.percentEncoded(keeping: ""))"
            + (parts.count == 2 ? "#\(parts[1])" : "")
    }

    // What a path, a query and a fragment of ours are made of; no backslash, which browsers take for a slash.
    private static let bytes = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?=&%#".utf8)
}
