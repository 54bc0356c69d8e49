// What follows the time of a line, known by the mark with which it begins.

extension LineScanner {
    /// What follows a line's time.
    mutating func event(isTimeInBrackets: Bool) -> (LogLine.Event, LogLine.Mark) {
        _ = consume(",")
        if consume("\t") { return columns() }
        skipBlanks()
        if let event = konversation(isTimeInBrackets: isTimeInBrackets) { return (event, .none) }
        if consume("- ") || consume("\u{2013} ") || consume("| ") { skipBlanks() }
        return sentence()
    }

    /// What Konversation writes but speech: the kind of line in its user's language, a tab and the text; of actions only
    /// the tab and a star.
    ///
    /// It has its times in brackets; without them nobody knows what wrote the line.
    private mutating func konversation(isTimeInBrackets: Bool) -> LogLine.Event? {
        attempt { line in
            if line.consume("\t") {
                line.skipBlanks()
                return line.consume("* ") ? .acted(line.start) : nil
            }
            let length = line.wordLength
            guard line.byte(length) == UInt8(ascii: "\t"), let next = line.next, !Self.marks.contains(next) else {
                return nil
            }
            let isAction = line.consume("Action\t")
            if isAction { return .acted(line.start) }
            line.skip(length + 1)
            if line.isAboutNobody { return .announced }
            return line.announcedOf(words: 3) ?? (isTimeInBrackets ? .announced : .unread)
        }
    }

    /// What follows WeeChat's and HexChat's time: who or what kind of line it is, a tab, and the text.
    private mutating func columns() -> (LogLine.Event, LogLine.Mark) {
        guard let length = distance(to: UInt8(ascii: "\t")) else {
            skipBlanks()
            return sentence()
        }
        if consume(" *\t") { return (.acted(start), .none) }
        if length == 0 { return (.announced, .none) }
        if let next, Self.marks.contains(next) { return sentence() }
        guard let name = name(length), !name.isEmpty else { return (.unread, .none) }
        return (.said(name), .none)
    }

    private static let marks = Set("<*-=[#".utf8)

    /// What follows the time in the other logs.
    private mutating func sentence() -> (LogLine.Event, LogLine.Mark) {
        if isPastAnnouncementMark() || consume("|<-- ") { return (announcedEvent(), .announcement) }
        if isPastArrow() { return (announcedEvent(), .none) }
        switch next {
        case UInt8(ascii: "<"): return (spoken() ?? .unread, .none)
        case UInt8(ascii: "*"), UInt8(ascii: "-"), 0xE2:
            if let event = acted() { return (event, .star) }
            if consume("--- ") || consume("-- ") { return (dayLine().map { .day($0) } ?? .announced, .none) }
            if consume("-"), let end = distance(to: UInt8(ascii: "-")), end > 0, byte(0) != UInt8(ascii: " ") {
                // A notice: `-zuul:#nova- gate is red`. Programs send those, and answers to people's programs.
                return (.announced, .none)
            }
            return (.unread, .none)
        case UInt8(ascii: "["): return bracketed()
        case UInt8(ascii: "#"): return (.announced, .none)
        default: return (plain(), .none)
        }
    }

    private mutating func isPastAnnouncementMark() -> Bool {
        switch next {
        case UInt8(ascii: "<"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "="): break
        default: return false
        }
        return consume("-!- ") || consume("*** ") || consume("**** ") || consume("=== ") || consume("--> ")
            || consume("<-- ") || consume("=!= ") || consume("-->\t") || consume("<--\t") || consume("--\t")
            || consume("=!=\t") || consume("<-> ") || consume("<->\t") || consume("***\t")
            // ChatZilla's.
            || consume("-->| ") || consume("<--| ") || consume("=-= ")
    }

    /// IRCCloud's arrows, and those that are like them.
    private mutating func isPastArrow() -> Bool {
        guard let next, next == 0xE2 || next == UInt8(ascii: "-") || next == UInt8(ascii: "<") else { return false }
        return consume("\u{2192} ") || consume("\u{2190} ") || consume("\u{21D0} ") || consume("\u{21D2} ")
            || consume("\u{2194} ") || consume("\u{27F5} ") || consume("\u{27F6} ") || consume("-> ") || consume("<- ")
            || consume("<= ")
    }

    /// `<nick> text`, where a nickname may have blanks.
    private func spoken() -> LogLine.Event? {
        let closing = UInt8(ascii: ">")
        guard let first = distance(to: closing, from: 1) else { return nil }
        var end = first
        while let after = byte(end + 1), after != UInt8(ascii: " "), after != UInt8(ascii: "\t") {
            guard let next = distance(to: closing, from: end + 1), next <= Nickname.mostBytes else {
                end = first
                break
            }
            end = next
        }
        var inside = self
        inside.skip(1)
        return inside.name(end - 1).map { .said($0) }
    }

    /// `* nick waves`, `*nick waves`, `***nick waves`, `-*- nick waves`, `— nick waves`, `• nick: waves`.
    private mutating func acted() -> LogLine.Event? {
        let isStar = consume("* ") || consume("*\t") || consume("***") || consume("-*- ") || consume("** ")
        guard isStar || consume("\u{2014} ") || consume("\u{2022} ") || consume("*") else { return nil }
        skipBlanks()
        if consume("Joins: ") { return name(wordLength).map { .joined($0) } ?? .announced }
        if isAboutNobody { return .announced }
        guard wordLength > 0 else { return .unread }
        return announcedOf(words: 1) ?? (placeOfQuitReason != nil ? .announcedInOtherWords : .acted(start))
    }

    /// Konversation's `[Join] nick …`, irssi's list of `[@nick] [ nick]`.
    private mutating func bracketed() -> (LogLine.Event, LogLine.Mark) {
        var rest = self
        rest.skip(1)
        if Self.kinds.contains(where: { rest.consume($0) }) {
            rest.skipBlanks()
            self = rest
            return (announcedEvent(), .none)
        }
        if rest.consume("Action] ") { return (.acted(rest.start), .none) }
        if rest.consume("Users ") { return (.announced, .none) }
        rest = self
        while rest.consume("["), let length = rest.distance(to: UInt8(ascii: "]")) {
            rest.skip(length + 1)
            rest.skipBlanks()
        }
        return (rest.isAtEnd ? .announced : .unread, .none)
    }

    private static let kinds: [StaticString] = [
        "Join]", "Part]", "Quit]", "Nick]", "Mode]", "Topic]", "Kick]", "Notice]", "Info]", "Away]", "Error]",
        "Invite]",
        // ChatZilla's.
        "INFO]", "ERROR]", "USER]",
    ]

    /// What an entry says that has no time before it: of a log whose times stand at the right, or of one that leaves out those that did
    /// not change; nil for what is in no form of one.
    mutating func untimedEvent() -> (LogLine.Event, LogLine.Mark)? {
        // Its user's own commands stand in ERC's log as they were typed.
        if consume("ERC>") { return (.announced, .none) }
        let isNotice = next == UInt8(ascii: "-") && byte(1)?.isLetter ?? false
        guard next == UInt8(ascii: "<") || next == UInt8(ascii: "*") || isNotice else { return nil }
        let (event, mark) = sentence()
        return event == .unread ? nil : (event, mark)
    }
}
