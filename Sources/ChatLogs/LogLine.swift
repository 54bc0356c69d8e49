import CivilTime

/// What one line of a log says.
enum LogLine: Equatable {
    /// What happened, with nicknames as they are spelled there.
    enum Event: Equatable {
        case said(String)
        case joined(String)
        case renamed(String, to: String)
        case other
    }

    case blank
    /// The day of the lines that follow.
    case day(LocalDate)
    case entry(ChatLog.Time, Event)

    static let expectation =
        "lines such as “16:00:12 <nick> text” (MeetBot's .log.txt, Limnoria, irssi) or WeeChat's with tabs"

    /// Reads the beginning of a line; nil when no known log has such a line.
    init?(_ bytes: [UInt8]) {
        var scanner = LineScanner(bytes)
        if scanner.isBlank {
            self = .blank
        } else if scanner.consume("--- ") {
            guard let day = scanner.englishDate() else { return nil }
            self = .day(day)
        } else {
            guard let time = scanner.time() else { return nil }
            self = .entry(time, scanner.consume("\t") ? scanner.columns() : scanner.sentence())
        }
    }

    /// What to say of a line that cannot be read.
    static func complaint(about bytes: [UInt8]) -> String {
        let scanner = LineScanner(bytes)
        let shown = String(scanner.text.prefix(40))
        guard !shown.lowercased().hasPrefix("<!doctype"), !shown.lowercased().hasPrefix("<html") else {
            return "is a web page; take the text beside it (MeetBot's .log.txt)"
        }
        return "“\(shown)” does not begin with a time; expected \(expectation)"
    }
}

extension LineScanner {
    /// `16:00`, `16:00:12`, either in brackets, or after a date: `2027-01-12 16:00:12`, `2027-01-12T16:00:12`.
    fileprivate mutating func time() -> ChatLog.Time? {
        let isBracketed = consume("[")
        var date: LocalDate?
        if let year = digits(4, before: "-") {
            guard let month = digits(2, before: "-"), let day = digits(2), consume(" ") || consume("T") else {
                return nil
            }
            date = LocalDate(year: year, month: month, day: day)
            guard date != nil else { return nil }
        }
        guard let hour = digits(2, before: ":"), let minute = digits(2) else { return nil }
        var second = 0
        if consume(":") {
            guard let digits = digits(2) else { return nil }
            second = digits
        }
        // A leap second is the minute's last as far as anybody's presence is concerned.
        guard let time = LocalTime(hour: hour, minute: minute, second: min(second, 59)) else { return nil }
        guard !isBracketed || consume("]"), isAtEnd || next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") else {
            return nil
        }
        return ChatLog.Time(date: date, time: time)
    }

    /// The date of irssi's `Log opened Tue Jan 12 16:59:58 2027` and `Day changed Wed Jan 13 2027`.
    fileprivate mutating func englishDate() -> LocalDate? {
        let words = text.split(separator: " ")
        guard words.count >= 6, let year = words.last.flatMap({ Int($0) }), let day = Int(words[4]),
            let month = LocalDate.monthNames.firstIndex(where: { $0.prefix(3) == words[3] })
        else { return nil }
        return LocalDate(year: year, month: month + 1, day: day)
    }

    /// What follows WeeChat's time: who or what kind of line it is, a tab, and the text.
    fileprivate mutating func columns() -> LogLine.Event {
        switch upTo("\t") {
        case "-->", "--": announcement()
        case nil, "", "<--", "=!=": .other
        case " *": word().map(LogLine.Event.said) ?? .other
        case let name?: .said(name.withoutMode)
        }
    }

    /// What follows the time in the other logs.
    fileprivate mutating func sentence() -> LogLine.Event {
        skipBlanks()
        if consume("<") { return upTo(">").map { .said($0.withoutMode) } ?? .other }
        if consume("* ") { return word().map(LogLine.Event.said) ?? .other }
        if consume("-!- ") || consume("*** ") { return announcement() }
        return .other
    }

    /// `nick [user@host] has joined #channel`, `nick is now known as other`.
    private mutating func announcement() -> LogLine.Event {
        let words = text.split(separator: " ")
        guard let name = words.first.map(String.init) else { return .other }
        if words.count == 6, words[1...4].elementsEqual(["is", "now", "known", "as"]) {
            return .renamed(name, to: String(words[5]))
        }
        return zip(words, words.dropFirst()).contains { $0 == "has" && $1 == "joined" } ? .joined(name) : .other
    }
}

extension String {
    /// A nickname without the signs of who may do what in a channel: `@` operator, `+` voice and their like.
    fileprivate var withoutMode: String { String(unicodeScalars.drop { " @+%&~!".unicodeScalars.contains($0) }) }
}
