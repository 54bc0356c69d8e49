/// A line for those who hear it: words where an answer has marks, whoever made it.
///
/// Columns are the matter of `Table` and `Facts`; this is the last thing that every answer passes.
enum SpokenLine {
    /// The line with words for its marks; a command in it stays as it has to be typed.
    static func of(_ line: String) -> String {
        let command = line.matches(of: /(?:^ *|: )(?=meridian )/).last?.range.upperBound ?? line.endIndex
        return words(String(line[..<command])) + line[command...]
    }

    private static func words(_ text: String) -> String {
        let named = text.replacing(" → ", with: " becomes ").replacing(" · ", with: ", ")
            .replacing(/(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)/) { "\($0.1) to \($0.2)" }
        return named.hasPrefix("! ") ? "attention: " + named.dropFirst(2) : named
    }
}
