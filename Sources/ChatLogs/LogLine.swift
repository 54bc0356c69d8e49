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
