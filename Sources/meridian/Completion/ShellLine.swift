/// A command line of bash up to the cursor, in words as bash would hand them to a program.
///
/// What bash itself hands to completions is cut at every `@`, `=` and `:`, too, which addresses and options have inside.
struct ShellLine {
    /// The words; the last is the one at the cursor.
    private(set) var words: [String] = [""]
    /// The quotation mark that is open at the cursor.
    private(set) var quote: Character?

    init(_ line: String) {
        var (isEscaped, isWord) = (false, false)
        for character in line {
            if quote == nil, !isEscaped, character == " " || character == "\t" {
                if isWord { words.append("") }
                isWord = false
                continue
            }
            isWord = true
            if isEscaped {
                add(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil } else { add(character) }
            } else if character == "'" || character == "\"" {
                quote = character
            } else {
                add(character)
            }
        }
    }

    private mutating func add(_ character: Character) { words[words.count - 1].append(character) }

    /// A word as it has to be typed at the cursor so that bash reads it as it is; bash takes `piece` for its beginning, and
    /// replaces that.
    func typed(_ word: String, replacing piece: String) -> String {
        let at = words.last ?? ""
        // Bash replaces what follows its last cut; what is before that stays.
        let rest = at.hasSuffix(piece) ? String(word.dropFirst(at.count - piece.count)) : word
        guard quote == nil else { return rest }
        return rest.reduce(into: "") { text, character in
            if Self.special.contains(character) { text.append("\\") }
            text.append(character)
        }
    }

    private static let special = Set(" \t\"'\\$`!&;|<>()[]{}*?#~")
}
