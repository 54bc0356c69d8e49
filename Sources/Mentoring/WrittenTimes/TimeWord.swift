import CivilTime

/// A piece of a text that says a time, and where it stands: letters, digits, a sign, or the name of a zone.
struct TimeWord: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case letters, digits, sign, zone }

    let kind: Kind
    /// What it says: letters are small, digits ASCII's, and of signs that look alike there is one.
    let text: String
    /// As it was written.
    let written: String
    /// Where it begins, in characters from 1.
    let position: Int
    /// Whether nothing stands between it and the piece before.
    let isGlued: Bool

    /// The pieces of a text, in their order.
    static func all(in text: String) -> [TimeWord] {
        let characters = Array(text)
        var words: [TimeWord] = []
        var start = 0
        while start < characters.count {
            let end = characters[start...].firstIndex(where: \.isWhitespace) ?? characters.count
            append(characters, start..<end, to: &words)
            start = end + 1
        }
        return words
    }

    /// What stands between two blanks.
    private static func append(_ characters: [Character], _ chunk: Range<Int>, to words: inout [TimeWord]) {
        let around = Set("()[],;.")
        let first = chunk.first { !around.contains(characters[$0]) } ?? chunk.upperBound
        let last = chunk.last { !around.contains(characters[$0]) } ?? first - 1
        guard first <= last, isZone(String(characters[first...last])) else {
            return appendRuns(characters, chunk, in: chunk, to: &words)
        }
        appendRuns(characters, chunk.lowerBound..<first, in: chunk, to: &words)
        let name = String(characters[first...last])
        words.append(
            TimeWord(kind: .zone, text: name, written: name, position: first + 1, isGlued: first > chunk.lowerBound))
        appendRuns(characters, last + 1..<chunk.upperBound, in: chunk, to: &words)
    }

    private static func appendRuns(
        _ characters: [Character], _ run: Range<Int>, in chunk: Range<Int>, to words: inout [TimeWord]
    ) {
        var index = run.lowerBound
        while index < run.upperBound {
            let kind = Self.kind(of: characters[index])
            var end = index + 1
            if kind != .sign {
                while end < run.upperBound, Self.kind(of: characters[end]) == kind { end += 1 }
            } else if characters[index] == ".", end < run.upperBound, characters[end] == "." {
                end += 1
            }
            let written = String(characters[index..<end])
            words.append(
                TimeWord(
                    kind: kind, text: plain(written), written: written, position: index + 1,
                    isGlued: index > chunk.lowerBound))
            index = end
        }
    }

    private static func kind(of character: Character) -> Kind {
        if digit(character) != nil { return .digits }
        return character.isLetter || apostrophes.contains(character) ? .letters : .sign
    }

    /// As in o’clock.
    private static let apostrophes: Set<Character> = ["'", "’"]
    private static let dashes: Set<Character> = ["‐", "‑", "‒", "–", "—", "−", "－"]
    private static let alike: [Character: String] = [
        "：": ":", "，": ",", "、": ",", "．": ".", "＆": "&", "／": "/", "’": "'",
    ]

    private static func digit(_ character: Character) -> Int? {
        guard let scalar = character.unicodeScalars.first, scalar.properties.generalCategory == .decimalNumber,
            character.unicodeScalars.count == 1
        else { return nil }
        return character.wholeNumberValue
    }

    private static func plain(_ written: String) -> String {
        written.map { character in
            digit(character).map(String.init) ?? alike[character]
                ?? (dashes.contains(character) ? "-" : character.lowercased())
        }.joined()
    }

    /// Names of the tz database that are more than letters, and name no place.
    private static let namesWithoutPlace: Set<String> = [
        "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "GB-EIRE", "NZ-CHAT", "W-SU",
    ]

    /// Whether it has the form of a place’s name: `Europe/Berlin`, and not `Tue/Thu`; or is a name without a place, as `EST5EDT`.
    private static func isZone(_ text: String) -> Bool {
        if namesWithoutPlace.contains(text.uppercased()) { return true }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { $0.lowercased() }
        return parts.count > 1 && text.first?.isLetter == true && TimeZoneID(text) != nil
            && !parts.allSatisfy { Weekday(written: $0) != nil || TimeWords.ordinals[$0] != nil }
    }
}

extension Weekday {
    /// Reads `tue`, `tues`, `tuesday`, `tuesdays` and `tu`, in any case.
    init?(written text: String) {
        var name = text.lowercased()
        if name.count > 3, name.hasSuffix("s") { name.removeLast() }
        self.init(name: name == "thur" ? "thu" : name)
    }
}
