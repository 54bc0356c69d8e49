/// The pieces of a text that says a time, read one after the other.
struct TimeWords {
    /// The most characters that are read.
    static let longest = 200

    /// The text.
    let text: String
    private let words: [TimeWord]
    private var index = 0
    /// The part of the day that was named so far.
    var partOfDay: (word: TimeWord, part: PartOfDay)?

    /// - Throws: `UnreadTime` for a text of more than 200 characters.
    init(_ text: String) throws(UnreadTime) {
        // A character may go on for a megabyte of combining marks.
        guard text.unicodeScalars.count <= Self.longest else {
            throw UnreadTime(
                text: String(String.UnicodeScalarView(text.unicodeScalars.prefix(40))) + "…", position: 1,
                help: "longer than the \(Self.longest) characters that are read; write it shorter")
        }
        self.text = text
        words = TimeWord.all(in: text)
    }

    /// The piece that is to be read.
    var next: TimeWord? { ahead(0) }

    /// A piece behind that, or before it.
    func ahead(_ count: Int) -> TimeWord? {
        words.indices.contains(index + count) ? words[index + count] : nil
    }

    /// Goes on behind so many pieces.
    mutating func skip(_ count: Int = 1) { index += count }

    /// Reads a piece if it is one of these.
    mutating func take(_ texts: Set<String>) -> TimeWord? {
        guard let next, next.kind != .zone, texts.contains(next.text) else { return nil }
        index += 1
        return next
    }

    /// That a piece cannot be read, or that one is missing at the end.
    func unread(_ word: TimeWord?, _ help: String, isForeign: Bool = false) -> UnreadTime {
        UnreadTime(text: text, position: word?.position, help: help, isForeign: isForeign)
    }

    /// Which of a month's weekdays words name; the last is -1.
    static let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1]
    /// Numbers that people write out.
    static let numbers = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12,
    ]
    /// What stands between the first and the last of several.
    static let until: Set<String> = ["-", "to", "until", "till", "through", "thru"]
    /// What stands between two of several.
    static let and: Set<String> = [",", ";", "&", "and", "+", "/", "or"]
}

extension TimeWord {
    /// Whether a number's end follows, as in `2nd`.
    var isOrdinalEnd: Bool { kind == .letters && isGlued && ["st", "nd", "rd", "th"].contains(text) }
}
