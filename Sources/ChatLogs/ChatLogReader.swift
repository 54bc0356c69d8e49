public import CivilTime

/// Reads the log of a conversation piece by piece, as a bot or a chat client wrote it.
///
/// These are known, each by what stands at the beginning of a line; they may even be mixed:
/// - MeetBot's text log (`.log.txt`): `16:00:12 <nick> text`, `16:00:12 * nick waves`;
/// - Limnoria's ChannelLogger: `2027-01-12T16:00:12  <nick> text`, `*** nick <user@host> has joined #channel`;
/// - WeeChat: `2027-01-12 17:00:12`, tab, `nick` or `-->`, tab, text;
/// - irssi: `--- Log opened Tue Jan 12 16:59:58 2027`, `17:00 <@nick> text`, `17:00 -!- nick [user@host] has joined #channel`.
///
/// Of a line only the beginning is kept, and of the conversation only who took part in it: a log of any length needs the same
/// memory. Text is taken as UTF-8, line by line as ISO 8859-1 where it is none; colours and control characters are left out.
///
///     var reader = ChatLogReader()
///     for piece in pieces { try reader.read(piece) }
///     let log = try reader.finish()
public struct ChatLogReader {
    /// The most bytes that are read.
    public static let mostBytes = 64 << 20
    /// The most nicknames that a log may have.
    public static let mostNicknames = 2_000

    // A time, a nickname and what somebody is called on the network.
    private static let bytesOfInterest = 512

    private let hours: Range<LocalDateTime>?
    private var head: [UInt8] = []
    private var lineNumber = 1
    private var byteCount = 0
    private var date: LocalDate?
    private var cast = Cast()
    private var elsewhere: (first: LocalDateTime, last: LocalDateTime)?
    private var hasBegun = false

    /// A reader of one log.
    ///
    /// - Parameter hours: the part of a long log that is of interest, on the clock of who wrote it; nil is all of it. Lines of
    ///   which the log does not tell the day are always of interest.
    public init(hours: Range<LocalDateTime>? = nil) { self.hours = hours }

    /// Reads on; a piece may end anywhere.
    /// - Throws: `NotAChatLog` at the first line that no known log has, or when there is too much.
    public mutating func read(_ piece: [UInt8]) throws(NotAChatLog) {
        byteCount += piece.count
        guard byteCount <= Self.mostBytes else {
            throw NotAChatLog(
                line: nil, message: "has more than \(Self.mostBytes >> 20) MiB; cut out the session's hours")
        }
        var start = 0
        for end in piece.indices where piece[end] == UInt8(ascii: "\n") {
            keep(piece[start..<end])
            try endLine()
            start = end + 1
        }
        keep(piece[start...])
    }

    /// Who took part.
    /// - Throws: `NotAChatLog` when the log is empty, nobody speaks in it, or it has no line of the hours of interest.
    public mutating func finish() throws(NotAChatLog) -> ChatLog {
        try endLine()
        guard hasBegun else { throw NotAChatLog(line: 1, message: "is empty; expected \(LogLine.expectation)") }
        let log = cast.log
        if log.speakers.isEmpty, let hours, let elsewhere {
            throw NotAChatLog(
                line: nil,
                message:
                    "nobody speaks between \(hours.lowerBound) and \(hours.upperBound) by the clock of the log, whose lines are from \(elsewhere.first) to \(elsewhere.last); is it the log of another session, or of another time zone?"
            )
        }
        guard !log.speakers.isEmpty else {
            throw NotAChatLog(line: nil, message: "nobody speaks in it; expected \(LogLine.expectation)")
        }
        return log
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        guard !bytes.isEmpty else { return }
        head += bytes.prefix(Self.bytesOfInterest - head.count)
    }

    private mutating func endLine() throws(NotAChatLog) {
        defer { lineNumber += 1 }
        guard !head.isEmpty else { return }
        defer { head.removeAll(keepingCapacity: true) }
        guard let line = LogLine(head) else {
            throw NotAChatLog(line: lineNumber, message: LogLine.complaint(about: head))
        }
        switch line {
        case .blank: return
        case .day(let day):
            date = day
        case .entry(let clock, let event):
            try note(event, at: clock)
        }
        hasBegun = true
    }

    private mutating func note(_ event: LogLine.Event, at clock: ChatLog.Time) throws(NotAChatLog) {
        let time = ChatLog.Time(date: clock.date ?? date, time: clock.time)
        if let hours, let day = time.date {
            let local = LocalDateTime(date: day, time: time.time)
            guard hours.contains(local) else {
                elsewhere = (elsewhere?.first ?? local, local)
                return
            }
        }
        switch event {
        case .said(let nickname): cast.said(nickname, at: time)
        case .joined(let nickname): cast.joined(nickname)
        case .renamed(let old, let new): cast.renamed(old, to: new)
        case .other: return
        }
        guard cast.count <= Self.mostNicknames else {
            throw NotAChatLog(line: lineNumber, message: "more than \(Self.mostNicknames) nicknames are in this log")
        }
    }
}
