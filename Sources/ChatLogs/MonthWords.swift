/// Months in other languages than English.
///
/// C's `strftime` shortens them so, in the days of HexChat's lines and others', or CLDR does. Only what differs from the English
/// beginning stands here.
enum MonthWords {
    /// The words of German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian and Swedish, in small letters.
    private static let words: [(month: Int, words: [StaticString])] = [
        (1, ["janv", "ene", "gen", "sty", "янв"]),
        (2, ["févr", "fév", "fev", "lut", "фев"]),
        (3, ["mär", "märz", "mars", "mrt", "мар"]),
        (4, ["avr", "avril", "abr", "kwi", "апр"]),
        (5, ["mai", "mag", "mei", "maj", "май", "мая"]),
        (6, ["juin", "juni", "giu", "cze", "июн"]),
        (7, ["juil", "juli", "lug", "lip", "июл"]),
        (8, ["août", "ago", "sie", "авг"]),
        (9, ["set", "wrz", "сен", "сент"]),
        (10, ["okt", "oktober", "out", "ott", "paź", "окт"]),
        (11, ["lis", "ноя"]),
        (12, ["déc", "dez", "dezember", "dic", "gru", "дек"]),
    ]

    /// The month that one of the words names; nil where they do not.
    ///
    /// - Parameter word: its bytes; an ASCII capital at its beginning does not count.
    /// - Returns: 1 for January.
    static func month(_ word: ArraySlice<UInt8>) -> Int? {
        guard let first = word.first else { return nil }
        let small = first.isLetter ? first | 0x20 : first
        return words.first { $0.words.contains { $0.isSpelled(small, word.dropFirst()) } }?.month
    }
}

extension StaticString {
    fileprivate func isSpelled(_ first: UInt8, _ rest: ArraySlice<UInt8>) -> Bool {
        utf8CodeUnitCount == rest.count + 1 && utf8Start[0] == first
            && rest.enumerated().allSatisfy { utf8Start[$0.offset + 1] == $0.element }
    }
}
