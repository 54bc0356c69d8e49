extension [String] {
    /// A few names in a sentence: `Ann, Bo and 3 more`.
    package var named: String {
        let shown = prefix(count > 6 ? 5 : 6)
        guard count > shown.count else {
            return [dropLast().joined(separator: ", "), last ?? ""].filter { !$0.isEmpty }.joined(separator: " and ")
        }
        return "\(shown.joined(separator: ", ")) and \(count - shown.count) more"
    }
}
