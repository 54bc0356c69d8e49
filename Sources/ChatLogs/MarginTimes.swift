import CivilTime

/// Lines whose time stands at their right, and only where it is another than that of the line before, as Emacs' ERC keeps what it
/// shows.
///
///     [Tue Jan 12 2027]
///     <zoe> hello                                             [16:00]
///     <zoe> more, in a line that is so long that it is broken
///           into two
///     *** bob (~bob@host.example) has joined channel #nova    [16:02]
///
/// Where the right has no room, the time ends the entry's next line, so that it is known with the last one. Until a time was seen at
/// the right an entry has none: what begins so may have been pasted by somebody.
struct MarginTimes {
    /// An entry, with its time once that is known.
    struct Entry {
        let event: LogLine.Event
        let mark: LogLine.Mark
        let line: Int
        var time: LocalTime?
    }

    /// The time that was seen at the right last.
    private var time: LocalTime?
    /// The entry of which more lines may follow.
    private var open: Entry?

    /// Whether a line is one of these, though `Ada Okafor  [16:00]` stands over words elsewhere.
    func owns(_ line: [UInt8]) -> Bool {
        guard let first = line.first, "<*-E \t".utf8.contains(first) else { return false }
        var scanner = LineScanner(line)
        guard scanner.timeAtTheRight != nil else { return false }
        if first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") { return open != nil }
        return scanner.untimedEvent() != nil
    }

    /// Takes a line that has no time before it.
    /// - Returns: the entries that end with it or before it, oldest first; nil for a line in no form of one that goes on with none.
    mutating func take(_ scanner: LineScanner, line: Int) -> [Entry]? {
        let right = scanner.timeAtTheRight
        if scanner.next == UInt8(ascii: " ") || scanner.next == UInt8(ascii: "\t") {
            guard open != nil else { return nil }
            guard let right else { return [] }
            time = right
            return close()
        }
        var rest = scanner
        guard let (event, mark) = rest.untimedEvent() else { return nil }
        let ended = close()
        open = Entry(event: event, mark: mark, line: line)
        guard let right else { return ended }
        time = right
        return ended + close()
    }

    /// The entry of which no more lines follow.
    mutating func close() -> [Entry] {
        guard var entry = open else { return [] }
        open = nil
        entry.time = time
        return [entry]
    }

    /// Lines with a time of their own follow, so that none at the right holds on.
    mutating func end() -> [Entry] {
        defer { time = nil }
        return close()
    }
}

extension LineScanner {
    /// The time in brackets that ends the line, behind a blank or alone.
    fileprivate var timeAtTheRight: LocalTime? {
        guard !isAtEnd, byte(count - 1) == UInt8(ascii: "]") else { return nil }
        let longest = "[12:00:00 PM]".utf8.count
        let starts = max(0, count - longest)..<count
        guard let start = starts.last(where: { byte($0) == UInt8(ascii: "[") }),
            start == 0 || byte(start - 1) == UInt8(ascii: " ") || byte(start - 1) == UInt8(ascii: "\t")
        else { return nil }
        var rest = self
        rest.skip(start)
        guard let stamp = rest.stamp(), stamp.day == .none, rest.isAtEnd else { return nil }
        return stamp.time
    }
}
