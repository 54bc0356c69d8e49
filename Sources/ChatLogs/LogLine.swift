import CivilTime

/// What one line of a log says.
enum LogLine: Equatable {
    /// What happened, with nicknames as they are spelled there.
    enum Event: Equatable {
        case said(String)
        /// The same on lines of which only the first has a time.
        case wrote(String)
        /// What follows may be somebody's words: they are theirs when the next line has no time.
        case headed(String)
        /// An action: who does it, in one word or several, and what.
        case acted(String)
        case joined(String)
        case renamed(String, to: String)
        /// What a program said.
        case announced
        /// The same in words that are not known, as its place or its form shows: `bob (~bob@host) ist beigetreten.`
        case announcedInOtherWords
        case day(NamedDay)
        case unread
    }

    /// How sure it is which of a program's marks this is.
    enum Mark: Equatable {
        /// A star, which some programs put before actions, some before announcements, and some before both.
        case star
        /// One that only announcements have; so in this log a star is for actions.
        case announcement
        /// None that tells anything of stars.
        case none
    }

    case blank
    /// The day of the lines that follow.
    case day(NamedDay)
    /// The same, told by a program whose words are not known: `**** BEGINNE LOGBUCH UM Tue Jan 12 16:00:00 2027`.
    case dayInOtherWords(NamedDay)
    case entry(Stamp, Event, Mark)
    /// A line with no time before it: more of what was said, or nothing known.
    case other

    static let expectation =
        "lines such as “16:00:12 <nick> text” or “[2027-01-12 16:00] Name: text”, as chat programs write them"

    init(_ bytes: [UInt8]) {
        var scanner = LineScanner(bytes)
        if scanner.isBlank {
            self = .blank
        } else if let stamp = scanner.stamp() {
            if scanner.isBlank {
                self = stamp.day == .none ? .other : .day(stamp.day)
            } else {
                let (event, mark) = scanner.event(isTimeInBrackets: stamp.isInBrackets)
                if case .headed = event, !stamp.isInBrackets {
                    self = .entry(stamp, .unread, mark)
                } else {
                    self = .entry(stamp, event, mark)
                }
            }
        } else if let day = scanner.dayLine() {
            self = .day(day)
        } else if let day = scanner.dayLineInOtherWords() {
            self = .dayInOtherWords(day)
        } else if let (name, stamp) = scanner.archiveHeading() {
            self = .entry(stamp, .headed(name), .none)
        } else if scanner.isPreamble {
            self = .blank
        } else if let (event, stamp) = scanner.heading() {
            self = .entry(stamp, event, .none)
        } else {
            self = .other
        }
    }

    /// What to say of a line that cannot be read.
    static func complaint(about bytes: [UInt8]) -> String {
        let scanner = LineScanner(bytes)
        let shown = String(scanner.text.prefix(40))
        let start = shown.lowercased()
        guard !start.hasPrefix("<!doctype"), !start.hasPrefix("<html") else {
            return "is a web page; take the text beside it (MeetBot's .log.txt)"
        }
        guard !start.hasPrefix("{"), !start.hasPrefix("[{"), start != "[" else {
            return "is JSON; export the conversation as plain text"
        }
        let advice =
            scanner.isSpeechWithoutTime
            ? " (what is copied from Zulip has none: take an archive of it with its times, or record who came by name)"
            : ""
        return "“\(shown)” does not begin with a time\(advice); expected \(expectation)"
    }

    /// Whether a line looks as one that opens a day, so that without knowing which nothing after it can be told apart.
    static func hidesItsDay(_ bytes: [UInt8]) -> Bool {
        guard let last = bytes.last, last.isDigit else { return false }
        var scanner = LineScanner(bytes)
        guard scanner.consume("--- ") || scanner.consume("**** ") || scanner.consume("Session ") else { return false }
        return scanner.text.suffix(5).first == " " && scanner.text.suffix(4).allSatisfy(\.isNumber)
    }
}

extension LineScanner {
    /// What follows a line's time.
    fileprivate mutating func event(isTimeInBrackets: Bool) -> (LogLine.Event, LogLine.Mark) {
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

    /// `nick [user@host] has joined #channel`, `nick is now known as other`, `Joins: nick (user@host)`.
    private mutating func announcedEvent() -> LogLine.Event {
        skipBlanks()
        if consume("| ") { skipBlanks() }
        if consume("Joins: ") { return name(wordLength).map { .joined($0) } ?? .announced }
        if isAboutNobody { return .announced }
        return announcedOf(words: 3) ?? .announced
    }

    /// What is said of a name of so many words at most.
    mutating func announcedOf(words most: Int) -> LogLine.Event? {
        var rest = self
        var length = 0
        var isInOtherWords = false
        var subject = 0
        for _ in 1...most {
            let word = rest.wordLength
            guard word > 0 else { break }
            if rest.isSpeakerNext(word) {
                // Behind these somebody speaks; but Rocket.Chat puts a colon before a sentence of its own, too.
                var behind = rest
                behind.skip(word)
                behind.skipBlanks()
                if rest.byte(word - 1) == UInt8(ascii: ":"), let sentence = behind.systemSentence {
                    let name = name(length + word - 1)
                    return sentence.isArrival ? name.map { .joined($0) } ?? .announced : .announced
                }
                guard isProgramSpeaking(length + word + 1) else { return nil }
                rest = behind
                length += word + 1
                subject = length
                continue
            }
            // In ii's logs the host stands right behind the nickname.
            let nickname = rest.lengthBeforeHost(word)
            var behind = rest
            behind.skip(nickname ?? word)
            let isInBrackets = rest.next == UInt8(ascii: "[") && rest.byte(word - 1) == UInt8(ascii: "]")
            if let announcement = behind.announcement(isInBrackets: isInBrackets && length == subject) {
                var named = self
                named.skip(subject)
                guard let name = named.name(length - subject + (nickname ?? word)) else { return .announced }
                return switch announcement {
                case .joined: .joined(name)
                case .renamed(let new): .renamed(name, to: new)
                case .other: .announced
                }
            }
            isInOtherWords = isInOtherWords || behind.isHostNext
            rest.skip(word)
            length += word
            guard rest.consume(" ") else { break }
            length += 1
        }
        return isInOtherWords ? .announcedInOtherWords : nil
    }

    /// Whether a word is next behind which somebody's words stand: `Eve:`, `eve>`, or a bar.
    private func isSpeakerNext(_ word: Int) -> Bool {
        guard word > 1 else { return next == UInt8(ascii: "|") }
        return byte(word - 1) == UInt8(ascii: ":") || byte(word - 1) == UInt8(ascii: ">") && next?.isLetter ?? false
    }

    /// Whether the next so many bytes name the program: Mattermost's `system: `.
    private func isProgramSpeaking(_ length: Int) -> Bool {
        length == 8 && LineScanner.text(ofFirst: 7, in: self).lowercased() == "system:"
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

    /// Lines that have no mark: `Name: text`, `nick> text`, `nick | text`, or what a program says.
    private mutating func plain() -> LogLine.Event {
        if consume("Action: ") { return .acted(start) }
        if let event = saidToWhom() { return event }
        _ = consume("Nick change: ")
        if let event = announcedOf(words: 3) { return event }
        if isAboutNobody { return .announced }
        let signs = signsOfSpeech
        // Behind one somebody tells of it.
        if let reason = placeOfQuitReason, signs.first.map({ $0 > reason }) ?? true { return .announcedInOtherWords }
        for sign in signs {
            guard let name = plainName(sign) else { continue }
            if Self.isDeed(name) { return .announced }
            return isProgramsNote(behind: sign) ? .announced : .wrote(name)
        }
        return plainName(count).map { .headed($0.withoutPin) } ?? .unread
    }

    /// Zoom's `From Ada Okafor to Everyone: o/`, `From Ada Okafor : o/`.
    private mutating func saidToWhom() -> LogLine.Event? {
        attempt { line in
            guard line.consume("From ") else { return nil }
            line.skipBlanks()
            guard let colon = line.colonBeforeText else { return nil }
            let end = (0..<colon).first { place in
                var rest = line
                rest.skip(place)
                return rest.consume(" to ")
            }
            return line.plainName(end ?? colon).map { .wrote($0) }
        }
    }

    /// Whether what stands before a colon is no name but what a program tells of somebody, with the reason or the subject behind it:
    /// `bob removed carol: spam`, as Element exports it.
    private static func isDeed(_ name: String) -> Bool {
        name.split(separator: " ").dropFirst().dropLast().contains { deeds.contains($0) }
            || endsOfDeeds.contains { name.hasSuffix($0) }
    }

    private static let deeds: Set<Substring> = ["removed", "kicked", "banned", "unbanned", "invited"]
    private static let endsOfDeeds = [
        " rejected the invitation", "'s invitation", "\u{2019}s invitation", " started a thread",
    ]

    /// Where the signs stand behind which somebody's words follow, the earliest first: `Name: text`, `nick> text`, `nick | text`.
    private var signsOfSpeech: [Int] {
        let bar = distance(to: UInt8(ascii: "|")).flatMap { bar in
            bar > 1 && byte(bar - 1) == UInt8(ascii: " ") && byte(bar + 1) == UInt8(ascii: " ") ? bar : nil
        }
        let angle = wordLength > 1 && byte(wordLength - 1) == UInt8(ascii: ">") ? wordLength - 1 : nil
        return [colonBeforeText, angle, bar].compactMap(\.self).sorted()
    }

    /// The first colon with a blank behind it; nil where those of a name go on for longer than a name can.
    private var colonBeforeText: Int? {
        guard var end = distance(to: UInt8(ascii: ":")) else { return nil }
        while let after = byte(end + 1), after != UInt8(ascii: " "), after != UInt8(ascii: "\t") {
            guard let next = distance(to: UInt8(ascii: ":"), from: end + 1), next <= Nickname.mostBytes else {
                return nil
            }
            end = next
        }
        return end
    }

    /// Whether all that follows a sign is what sigtop writes in the place of words, for what Signal notes: `[keychange message]`.
    private func isProgramsNote(behind sign: Int) -> Bool {
        var rest = self
        rest.skip(sign + 1)
        rest.skipBlanks()
        guard rest.consume("[") else { return false }
        while let next = rest.next, next.isLetter || next.isDigit || next == UInt8(ascii: "-") { rest.skip(1) }
        return rest.consume(" message]") && rest.isBlank
    }

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

    /// Whether the line is `Name: text`, with nothing before the name.
    fileprivate var isSpeechWithoutTime: Bool {
        colonBeforeText.map { plainName($0) != nil && $0 + 1 < count } ?? false
    }

    /// The beginning of the rest, long enough for a name of some words.
    private var start: String { LineScanner.text(ofFirst: 2 * Nickname.mostBytes, in: self) }
}
