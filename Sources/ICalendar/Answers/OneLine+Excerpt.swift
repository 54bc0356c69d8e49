package import Mentoring

extension OneLine {
    /// The beginning of a text that somebody else wrote, safe to show; an ellipsis stands for what is left out.
    ///
    /// - Parameters:
    ///   - text: what was written.
    ///   - limit: the most UTF-8 bytes of the result, at least 3.
    /// - Returns: one line.
    package static func excerpt(_ text: String, bytes limit: Int) -> String {
        guard text.utf8.count > limit else {
            let safe = shown(text)
            return safe.utf8.count > limit ? excerpt(safe, bytes: limit) : safe
        }
        var kept = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            // The replacement character has three bytes.
            count += max(UTF8.width(scalar), scalar.value < 0x20 ? 3 : 0)
            guard count <= limit - 3 else { break }
            kept.append(scalar)
        }
        return shown(String(kept)) + "…"
    }
}
