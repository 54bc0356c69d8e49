package import Mentoring

extension OneLine {
    /// The beginning of a text that somebody else wrote, safe to show; an ellipsis stands for what is left out.
    ///
    /// - Parameters:
    ///   - text: what was written.
    ///   - limit: the most UTF-8 bytes of the result, at least 3.
    /// - Returns: one line.
    package static func excerpt(_ text: String, bytes limit: Int) -> String {
        let safe = shown(text)
        guard safe.utf8.count > limit else { return safe }
        var kept = String.UnicodeScalarView()
        var count = "…".utf8.count
        for scalar in safe.unicodeScalars {
            count += UTF8.width(scalar)
            guard count <= limit else { break }
            kept.append(scalar)
        }
        return String(kept) + "…"
    }
}
