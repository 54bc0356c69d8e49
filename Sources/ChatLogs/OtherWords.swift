import CivilTime

/// What tells that a program speaks, though not in words that are known: HexChat, Textual, Pidgin and others have them in their
/// user's language, with the same star that they put before actions.
extension LineScanner {
    /// Whether somebody's address on the network is next, in brackets, and more behind it.
    ///
    /// `(~bob@host) ist beigetreten.`; in `Ada (ada@example.org): hi` it is part of the name.
    var isHostNext: Bool {
        var rest = self
        rest.skipBlanks()
        guard let length = rest.lengthOfHost else { return false }
        rest.skip(length)
        guard rest.consume(" ") else { return false }
        rest.skipBlanks()
        return rest.next.map { !":|>-".utf8.contains($0) } ?? false
    }

    /// The length of a nickname in a word that ends with an address; nil where the word has none.
    func lengthBeforeHost(_ word: Int) -> Int? {
        guard let opening = distance(to: UInt8(ascii: "(")), opening > 0, opening < word else { return nil }
        var rest = self
        rest.skip(opening)
        return rest.lengthOfHost == word - opening ? opening : nil
    }

    /// Where the reason of a quit begins as servers give it, in brackets at the end: `(Ping timeout: 240 seconds)`.
    var placeOfQuitReason: Int? {
        guard let last = byte(count - 1), last == UInt8(ascii: ")") || last == UInt8(ascii: ".") else { return nil }
        var rest = self
        while let opening = rest.distance(to: UInt8(ascii: "(")) {
            rest.skip(opening)
            let place = count - rest.count
            rest.skip(1)
            if Self.reasonsOfServers.contains(where: { rest.consume($0) }) { return place }
        }
        return nil
    }

    private static let reasonsOfServers: [StaticString] = [
        "Ping timeout", "Quit: ", "Quit)", "Client Quit", "Client closed", "Remote host closed", "Read error",
        "Write error", "Connection reset", "Connection closed", "Connection timed out", "EOF from client",
        "Excess Flood", "K-Lined", "G-Lined", "Changing host", "*.net *.split", "Max SendQ", "SendQ exceeded",
    ]

    /// The length of `(~bob@host)` or `[bob!~bob@host]` where that is next; nil where it is not.
    private var lengthOfHost: Int? {
        let closing: UInt8
        switch next {
        case UInt8(ascii: "("): closing = UInt8(ascii: ")")
        case UInt8(ascii: "["): closing = UInt8(ascii: "]")
        default: return nil
        }
        guard let end = distance(to: closing), let at = distance(to: UInt8(ascii: "@")), at > 1, at < end - 1,
            !(1..<end).contains(where: { byte($0) == UInt8(ascii: " ") })
        else { return nil }
        return end + 1
    }

    /// HexChat's lines at both ends of a log in another language: four stars, and a date of C's `ctime` before or behind the words.
    mutating func dayLineInOtherWords() -> NamedDay? {
        guard count <= 200, hasDigit else { return nil }
        return attempt { line in
            guard line.consume("**** ") else { return nil }
            while !line.isAtEnd {
                if let day = line.attempt({ $0.cTime() }) { return day }
                line.skip(max(1, line.wordLength))
                line.skipBlanks()
            }
            return nil
        }
    }

    /// `Tue Jan 12 16:00:00 2027`.
    private mutating func cTime() -> NamedDay? {
        guard case .yearless(let month, let day)? = day(), consume(" "), digits(2) != nil, consume(":"),
            digits(2) != nil, consume(":"), digits(2) != nil, consume(" "), let year = digits(4)
        else { return nil }
        return LocalDate(year: year, month: month, day: day).map(NamedDay.date)
    }
}

/// In which language a program announces, as far as its lines with stars tell it.
struct Language {
    var hasForeignOpening = false
    private var foreignLines = 0
    private var isEnglishSomewhere = false

    /// Whether what is not understood may be an announcement.
    ///
    /// One line in the form of an announcement may be what somebody says that they do; it takes nobody else's actions from them.
    var isForeign: Bool { hasForeignOpening || foreignLines > 1 && !isEnglishSomewhere }

    mutating func note(_ event: LogLine.Event) {
        switch event {
        case .announcedInOtherWords: foreignLines += 1
        case .joined, .renamed, .announced: isEnglishSomewhere = true
        default: return
        }
    }
}
