public import CivilTime

/// Reads the log of a conversation piece by piece, as a bot or a chat client wrote it.
///
/// Lines are known by how they begin, whatever wrote them; they may even be mixed. First the time (`Stamp`), then one of these:
/// - `<nick> text` as MeetBot, Limnoria, irssi, ZNC, mIRC, The Lounge, IRCCloud, HexChat and most others have it;
/// - `nick`, tab, text as WeeChat has it; `Name: text` as Pidgin, Element and others do; `Name  4:00 PM` or
///   `[12-Jan-27 04:00 PM] Name` with the text below, as it is copied from Slack and Discord; zulip-archive's headings and letters
///   of Signal (`Letterhead`);
/// - an action (`* nick waves`, `— nick waves`), or what a program says of somebody (`Announcement`), with a mark
///   (`-!-`, `***`, `-->`, `→` …), with a star, or without any.
///
/// ERC's times stand at the right (`MarginTimes`); where its user wants them at the left, blanks of their width stand for one that is
/// that of the line before.
///
/// Some programs put a star before both actions and announcements. Who is announced says nothing; but that somebody is now known
/// as another counts there only when the log has no other mark for announcements, since else they only say so of themselves.
/// Where such a program speaks another language than English, as the log's opening or two lines show, lines with a star are not understood,
/// but for those that show by their form whom the program speaks of: they are counted as unread, and make nobody present.
///
/// Of a line only the beginning is kept, and of the conversation only who took part in it: a log of any length needs the same
/// memory. Text is taken as UTF-8, line by line as ISO 8859-1 where it is none; colours and control characters are left out, and
/// Unicode's blanks are blanks. Lines end with LF, CR or both.
///
///     var reader = ChatLogReader()
///     for piece in pieces { try reader.read(piece) }
///     let log = try reader.finish()
public struct ChatLogReader {
    /// The most bytes that are read.
    public static let mostBytes = 64 << 20
    /// The most nicknames that a log may have.
    public static let mostNicknames = 2_000
    /// The most lines that are read.
    public static let mostLines = 2_000_000
    /// The most lines that nobody understands before it is no log.
    public static let mostUnread = 100_000

    // A time, a nickname and what somebody is called on the network.
    private static let bytesOfInterest = 512
    private static let mostBytesOfTime = 48

    private let hours: LogHours?
    private var clocks: NamedClocks
    private var days: DayReading
    private var head: [UInt8] = []
    private var lineNumber = 1
    private var byteCount = 0
    private var date: LocalDate?
    private var cast = Cast()
    private var elsewhere: (first: LocalDateTime, last: LocalDateTime)?
    private var hasBegun = false
    private var starsAreActions = false
    private var language = Language()
    /// The actions behind stars.
    private var starred: ChatLog.Unread?
    /// Whose words the next line goes on with, where lines may do that.
    private var goesOn = false
    /// Who is said to have said what comes next.
    private var heading: OpenHeading?
    private var letterhead: Letterhead?
    private var margin = MarginTimes()
    /// The time of the last line that has one at its left, and how much room it takes there.
    private var left: (stamp: Stamp, width: Int)?
    private var isOfInterest = true
    private var unread: ChatLog.Unread?
    /// The first name behind a time that is no clock’s, or several’s.
    private var unknownClock: String?
    /// How many carriage returns stand before what comes next.
    private var returns = 0
    private var strangeLines = 0
    private var complaint: (line: Int, message: String)?

    /// A reader of one log.
    ///
    /// - Parameters:
    ///   - hours: the part of a long log that is of interest; nil is all of it. Lines of which the log does not tell
    ///     the day are always of interest.
    ///   - zone: the zone of a name such as `Europe/Berlin`; nil where there is none.
    public init(hours: LogHours? = nil, zone: @escaping (String) -> ZoneRules? = { _ in nil }) {
        self.hours = hours
        clocks = NamedClocks(zone)
        days = DayReading(hours: hours)
    }

    /// Reads on; a piece may end anywhere.
    /// - Throws: `NotAChatLog` for a line that begins a day which cannot be read, or when there is too much.
    public mutating func read(_ piece: [UInt8]) throws(NotAChatLog) {
        byteCount += piece.count
        guard byteCount <= Self.mostBytes else {
            throw NotAChatLog(
                line: nil, message: "has more than \(Self.mostBytes >> 20) MiB; cut out the session's hours")
        }
        var start = 0
        for place in piece.indices {
            switch piece[place] {
            case UInt8(ascii: "\n"):
                keep(piece[start..<place])
                returns = 0
                try endLine()
                start = place + 1
            case UInt8(ascii: "\r"):
                keep(piece[start..<place])
                returns += 1
                start = place + 1
            // Half of a character of UTF-16.
            case 0 where returns > 0: start = place + 1
            case _ where returns > 0:
                // Without a line feed each ends a line, as on old Macs.
                for _ in 0..<returns { try endLine() }
                returns = 0
            default: break
            }
        }
        keep(piece[start...])
    }

    /// Who took part, and what was not understood.
    /// - Throws: `NotAChatLog` when the log is empty, nobody speaks in it, or it has no line of the hours of interest.
    public mutating func finish() throws(NotAChatLog) -> ChatLog {
        try endLine()
        endHeading()
        try abandonLetterhead()
        try enter(margin.end())
        let areStarsDoubtful = !starsAreActions && language.isForeign
        if areStarsDoubtful, let starred {
            unread = .init(
                lines: (unread?.lines ?? 0) + starred.lines, first: min(unread?.first ?? starred.first, starred.first))
        }
        var log = cast.log(starsAreActions: starsAreActions, areStarsDoubtful: areStarsDoubtful)
        log.unread = unread
        guard log.speakers.isEmpty else { return log }
        if let complaint, !hasBegun { throw NotAChatLog(line: complaint.line, message: complaint.message) }
        guard hasBegun else { throw NotAChatLog(line: 1, message: "is empty; expected \(LogLine.expectation)") }
        if let hours = hours?.local, let elsewhere {
            throw NotAChatLog(
                line: nil,
                message:
                    "nobody speaks between \(hours.lowerBound) and \(hours.upperBound) by the clock of the log, whose lines are from \(elsewhere.first) to \(elsewhere.last); is it the log of another session, or of another time zone?"
            )
        }
        let counted = unread.map {
            "; \($0.lines) \($0.lines == 1 ? "line" : "lines") unread, first at line \($0.first)"
        }
        let clock = unknownClock.map {
            "; “\($0)” behind a time names no clock, or several: write an offset such as +03:00, or a place such as Africa/Nairobi"
        }
        throw NotAChatLog(
            line: nil, message: "nobody speaks in it\(counted ?? "")\(clock ?? "; expected \(LogLine.expectation)")")
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        guard !bytes.isEmpty else { return }
        head += bytes.prefix(Self.bytesOfInterest - head.count)
    }

    private mutating func endLine() throws(NotAChatLog) {
        defer { lineNumber += 1 }
        guard lineNumber <= Self.mostLines else {
            throw NotAChatLog(line: nil, message: "has more than \(Self.mostLines) lines; cut out the session's hours")
        }
        guard !head.isEmpty else {
            heading?.passBlank()
            return
        }
        defer { head.removeAll(keepingCapacity: true) }
        if heading == nil, let line = LineScanner(head).letterheadLine { return try read(line) }
        try abandonLetterhead()
        if heading == nil, !goesOn, margin.owns(head) { return try readWithoutTime() }
        switch LogLine(head) {
        case .blank: heading?.passBlank()
        case .day(let day): try begin(day)
        case .dayInOtherWords(let day):
            language.hasForeignOpening = true
            try begin(day)
        case .entry(let stamp, let event, let mark):
            try enter(margin.end())
            left = head.prefix(Self.mostBytesOfTime).firstIndex { "<*".utf8.contains($0) }.map { (stamp, $0) }
            try enter(event, at: stamp, by: mark, line: lineNumber)
        case .other: try readWithoutTime()
        }
    }

    private mutating func enter(
        _ event: LogLine.Event, at stamp: Stamp, by mark: LogLine.Mark, line: Int
    ) throws(NotAChatLog) {
        endHeading()
        if mark == .announcement { starsAreActions = true }
        if mark == .star { language.note(event) }
        try note(event, at: stamp, byStar: mark == .star, line: line)
    }

    private mutating func enter(_ entries: [MarginTimes.Entry]) throws(NotAChatLog) {
        for entry in entries {
            if let time = entry.time {
                try enter(entry.event, at: Stamp(day: .none, time: time), by: entry.mark, line: entry.line)
            } else {
                try leaveStrange(entry.line)
            }
        }
    }

    private mutating func read(_ line: LineScanner.LetterheadLine) throws(NotAChatLog) {
        switch line {
        case .from(let name):
            try abandonLetterhead()
            noteComplaint()
            letterhead = Letterhead(name: name, line: lineNumber)
        case .type(let isMessage):
            guard letterhead != nil else { return try readWithoutTime() }
            letterhead?.isMessage = isMessage
        case .sent(let stamp):
            guard let from = letterhead else { return try readWithoutTime() }
            letterhead = nil
            try enter(margin.end())
            try enter(from.isMessage ? .wrote(from.name) : .announced, at: stamp, by: .none, line: from.line)
            // The rest of the letter, whoever wrote it.
            goesOn = true
        }
    }

    /// A name over no letter may stand in what somebody wrote.
    private mutating func abandonLetterhead() throws(NotAChatLog) {
        guard let abandoned = letterhead else { return }
        letterhead = nil
        if !goesOn { try leaveStrange(abandoned.line) }
    }

    private mutating func begin(_ day: NamedDay) throws(NotAChatLog) {
        endHeading()
        try enter(margin.close())
        left = nil
        goesOn = false
        date = try self.day(day) ?? date
        hasBegun = true
        isOfInterest = true
    }

    /// A line without a time before it: more of what somebody said, one whose time stands elsewhere, or nothing that is known.
    private mutating func readWithoutTime() throws(NotAChatLog) {
        if let line = heading?.take(LineScanner(head)), let heading {
            switch line {
            case .said: cast.said(heading.name, at: heading.time)
            case .joined: cast.joined(heading.name)
            case .unread: leaveUnread(lineNumber)
            case .passed, .closed: break
            }
            if line == .said || line == .closed {
                self.heading = nil
                goesOn = true
            }
            return try refuseCrowd()
        }
        guard !goesOn else { return }
        guard !LogLine.hidesItsDay(head) else {
            throw NotAChatLog(line: lineNumber, message: LogLine.complaint(about: head))
        }
        noteComplaint()
        if let left, let (event, mark) = eventBehindBlanks(left.width) {
            try enter(event, at: left.stamp, by: mark, line: lineNumber)
        } else if let ended = margin.take(LineScanner(head), line: lineNumber) {
            try enter(ended)
        } else {
            try leaveStrange(lineNumber)
        }
    }

    /// What a line says that has blanks where the one before has its time.
    private func eventBehindBlanks(_ width: Int) -> (LogLine.Event, LogLine.Mark)? {
        guard width > 0, head.count > width, head.prefix(width).allSatisfy({ $0 == UInt8(ascii: " ") }) else {
            return nil
        }
        var rest = LineScanner(head)
        rest.skip(width)
        return rest.untimedEvent()
    }

    private mutating func noteComplaint() {
        if complaint == nil { complaint = (lineNumber, LogLine.complaint(about: head)) }
    }

    private mutating func leaveStrange(_ line: Int) throws(NotAChatLog) {
        strangeLines += 1
        if strangeLines > Self.mostUnread, let complaint {
            throw NotAChatLog(
                line: complaint.line, message: "\(complaint.message); nor do \(Self.mostUnread) others that it has")
        }
        if isOfInterest { leaveUnread(line) }
    }

    private mutating func leaveUnread(_ line: Int) {
        unread = .init(lines: (unread?.lines ?? 0) + 1, first: unread?.first ?? line)
    }

    /// Nothing stood below a heading, so it was none.
    private mutating func endHeading() {
        if let heading, heading.isEmpty { leaveUnread(heading.line) }
        heading = nil
    }

    private mutating func note(_ event: LogLine.Event, at stamp: Stamp, byStar: Bool, line: Int) throws(NotAChatLog) {
        hasBegun = true
        goesOn = false
        let time = ChatLog.Time(date: try day(stamp.day) ?? date, time: stamp.time)
        isOfInterest = true
        guard clocks.isKnown(to: stamp, on: time.date, in: hours) else {
            unknownClock = unknownClock ?? stamp.zone
            return leaveUnread(line)
        }
        if let hours, let day = time.date {
            let local = LocalDateTime(date: day, time: time.time)
            isOfInterest = hours.contains(local, offset: clocks.offset(of: stamp, at: local))
            guard isOfInterest else {
                elsewhere = (elsewhere?.first ?? local, local)
                if case .day(let day) = event { date = try self.day(day) ?? date }
                // What goes on with it is of no interest either.
                if case .headed = event { goesOn = true }
                return
            }
        }
        switch event {
        case .said(let name), .wrote(let name):
            guard cast.said(name, at: time) else { return leaveUnread(line) }
            goesOn = event == .wrote(name)
        case .headed(let name): heading = OpenHeading(name: name, time: time, line: line)
        case .acted(let text):
            cast.acted(text, at: time, byStar: byStar)
            if byStar { starred = .init(lines: (starred?.lines ?? 0) + 1, first: starred?.first ?? line) }
        case .joined(let name): cast.joined(name)
        case .renamed(let old, let new): cast.renamed(old, to: new, byStar: byStar)
        case .announced, .announcedInOtherWords: return
        case .day(let day): date = try self.day(day) ?? date
        case .unread: leaveUnread(line)
        }
        try refuseCrowd()
    }

    private mutating func day(_ day: NamedDay) throws(NotAChatLog) -> LocalDate? {
        do {
            return try days.date(day)
        } catch {
            throw NotAChatLog(line: lineNumber, message: "\(error.why); cut out the session's hours")
        }
    }

    private func refuseCrowd() throws(NotAChatLog) {
        guard cast.count <= Self.mostNicknames else {
            throw NotAChatLog(line: lineNumber, message: "more than \(Self.mostNicknames) nicknames are in this log")
        }
    }
}
