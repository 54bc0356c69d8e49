/// The few words of SVG that the pictures are written in.
enum SVG {
    /// A whole document, as wide as the page that shows it, with its account for those who do not see it.
    ///
    /// One that is to stand within a page says by its kind how the page's stylesheet has it look, and has no style of its own.
    static func document(
        width: Double, height: Double, kind: String? = nil, title: String, description: String, style: String?,
        shapes: String, _ parts: [String]
    ) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg"\(kind.map { " class=\"\($0)\"" } ?? "") \
        viewBox="0 0 \(number(width)) \(number(height))" role="img" aria-labelledby="title desc" lang="en">
        <title id="title">\(XMLText.escaped(title))</title>
        <desc id="desc">\(XMLText.escaped(description))</desc>
        \(style.map { "<style>\($0)</style>" } ?? "")
        \(shapes)
        <rect class="paper" width="100%" height="100%" rx="6"/>
        \(parts.joined(separator: "\n"))
        </svg>

        """
    }

    /// Some content with words that are shown to whoever points at it.
    static func titled(_ title: String, _ content: String) -> String {
        "<g><title>\(XMLText.escaped(title))</title>\(content)</g>"
    }

    /// Words that begin at a point; of a class, where they look otherwise than most.
    static func text(_ words: String, _ kind: String? = nil, x: Double, y: Double) -> String {
        let look = kind.map { " class=\"\($0)\"" } ?? ""
        return "<text\(look) x=\"\(number(x))\" y=\"\(number(y))\">\(XMLText.escaped(words))</text>"
    }

    static func rectangle(_ kind: String, x: Double, y: Double, width: Double, height: Double) -> String {
        "<rect class=\"\(kind)\" x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" "
            + "height=\"\(number(height))\"/>"
    }

    /// A line from top to bottom.
    static func line(_ kind: String, at x: Double, from: Double, to: Double) -> String {
        "<path class=\"\(kind)\" d=\"M\(number(x)) \(number(from))V\(number(to))\"/>"
    }

    /// A coordinate with at most two decimals.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        guard rest > 0 else { return "\(sign)\(whole)" }
        let digits = (rest < 10 ? "0" : "") + String(rest)
        return "\(sign)\(whole).\(rest % 10 == 0 ? String(digits.dropLast()) : digits)"
    }
}
