import CivilTime

/// When a line was said, as its log has it.
struct Stamp: Equatable {
    var day: NamedDay
    var time: LocalTime
    /// Seconds ahead of UTC, where the line says so.
    var offset: Int?
    /// The clock that the line names where it is not known here how far that is: `Europe/Berlin`, or one that several places have.
    var zone: String?
    /// Whether it stands in brackets, as it does over what somebody said, too.
    var isInBrackets = false
}

extension LineScanner {
    /// The time at the beginning of a line, in brackets or not, with or without a day before or a year behind it:
    /// `16:00`, `[16:00:12]`, `(04:00:12 PM)`, `2027-01-12T16:00:12.123456+0000`, `Jan 12 16:00:12`,
    /// `[Tue Jan 12 16:00:12 2027]`, `[12-Jan-27 04:00 PM]`, `[Tue Jan 12 2027] [16:00:12]`, `1/12/2027, 4:00 PM`,
    /// `1799769612` as ii has it.
    ///
    /// Nothing is read when there is none.
    mutating func stamp() -> Stamp? {
        attempt { line in
            line.skipBlanks()
            var closing = line.opening()
            if let moment = line.secondsSince1970() {
                if let end = closing, !line.consume(end) { return nil }
                return Stamp(
                    day: .date(moment.date), time: moment.time, offset: 0, isInBrackets: closing != nil)
            }
            var day = line.day() ?? .none
            if day != .none {
                if let end = closing, line.consume(end) {
                    line.skipBlanks()
                    closing = line.opening()
                } else {
                    line.skipBetweenDayAndTime()
                }
            } else {
                day = line.consume("Today at ") ? .today : line.consume("Yesterday at ") ? .yesterday : .none
            }
            guard let time = line.clock(dotted: day.isDate) else { return nil }
            line.passHours()
            var (offset, zone) = line.clockName(isInBrackets: closing != nil)
            if case .yearless(let month, let number) = day,
                let date = line.attempt({
                    $0.consume(" ") ? $0.digits(4).flatMap { LocalDate(year: $0, month: month, day: number) } : nil
                })
            {
                day = .date(date)
            }
            if offset == nil, zone == nil { (offset, zone) = line.clockName(isInBrackets: closing != nil) }
            if let end = closing {
                guard line.consume(end) else { return nil }
                return Stamp(day: day, time: time, offset: offset, zone: zone, isInBrackets: true)
            }
            guard line.next.map({ !$0.isDigit && !$0.isLetter && $0 != UInt8(ascii: ":") }) ?? true else { return nil }
            return Stamp(day: day, time: time, offset: offset, zone: zone)
        }
    }

    /// Seconds or milliseconds since 1970-01-01T00:00Z, of ten or thirteen digits: from September 2001 to 2286.
    private mutating func secondsSince1970() -> LocalDateTime? {
        attempt { line in
            guard line.next != UInt8(ascii: "0"), let seconds = line.digits(10) else { return nil }
            _ = line.digits(3)
            line.skipFraction()
            guard let next = line.next, [0x20, 0x09, UInt8(ascii: "]"), UInt8(ascii: ")")].contains(next),
                let start = LocalDate(year: 1970, month: 1, day: 1), let midnight = LocalTime(hour: 0, minute: 0)
            else { return nil }
            return LocalDateTime(date: start, time: midnight).adding(seconds: Int64(seconds))
        }
    }

    private mutating func opening() -> StaticString? {
        if consume("[") { return "]" }
        return consume("(") ? ")" : nil
    }

    private mutating func skipBetweenDayAndTime() {
        _ = consume("T") || consume("t") || consume("_") || consume(",")
        skipBlanks()
        _ = consume("at ") || consume("- ") || consume("| ")
        skipBlanks()
    }

    /// `16:00`, `9:05:12`, `16:00:12.123`, `4:00 PM`; `16.00.12` and `160012` only behind a day.
    private mutating func clock(dotted: Bool) -> LocalTime? {
        if dotted, let time = attempt({ $0.basicClock() }) { return time }
        guard var hour = number(), consume(":") || dotted && consume("."), let minute = digits(2) else { return nil }
        let second = attempt { $0.consume(":") || dotted && $0.consume(".") ? $0.digits(2) : nil }
        if second != nil { skipFraction() }
        if (1...12).contains(hour), let isAfternoon = attempt({ $0.isAfternoon() }) {
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        // A leap second is the minute's last as far as anybody's presence is concerned.
        return LocalTime(hour: hour, minute: minute, second: min(second ?? 0, 59))
    }

    private mutating func basicClock() -> LocalTime? {
        guard let hour = digits(2), let minute = digits(2), let second = digits(2) else { return nil }
        skipFraction()
        return LocalTime(hour: hour, minute: minute, second: min(second, 59))
    }

    private mutating func skipFraction() {
        _ = attempt { line in
            guard line.consume(".") || line.consume(","), line.digits(1) != nil else { return nil as Bool? }
            while line.digits(1) != nil {}
            return true
        }
    }

    /// `AM`, `pm`, `a.m.`; nil when it is none.
    private mutating func isAfternoon() -> Bool? {
        skipBlanks()
        guard let half = next.map({ $0 | 0x20 }), half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else {
            return nil
        }
        skip(1)
        let isDotted = consume(".")
        guard consume("m") || consume("M"), !isDotted || consume("."), !(next?.isLetter ?? false) else { return nil }
        return half == UInt8(ascii: "p")
    }

    /// `16:00 Uhr`.
    private mutating func passHours() {
        _ = attempt { line in
            line.consume(" ") && (line.consume("Uhr") || line.consume("uhr") || line.consume("uur")) && line.endsWord
                ? true : nil
        }
    }

    /// Whether no letter or digit of a word, nor what makes a nickname of it, is next.
    private var endsWord: Bool { next.map { " \t]),;<".utf8.contains($0) } ?? true }

    /// By which clock a time is: seconds ahead of UTC, perhaps with its place behind them (RFC 9557), else its name, which may be
    /// anything where it stands in brackets.
    private mutating func clockName(isInBrackets: Bool) -> (offset: Int?, zone: String?) {
        if let offset = self.offset() {
            _ = attempt { $0.consume("[") && $0.zoneWord() != nil && $0.consume("]") ? true : nil }
            return (offset, nil)
        }
        let zone = attempt { line -> String? in
            guard line.consume(" ") else { return nil }
            let isInParentheses = line.consume("(")
            guard let word = line.zoneWord(), !isInParentheses || line.consume(")"), line.endsWord,
                isInBrackets || Self.isPlace(word)
            else { return nil }
            return word
        }
        return (zone.flatMap { Self.offset(named: $0) }, zone)
    }

    /// Letters, then those of names such as `America/Port-au-Prince` and `Etc/GMT+3`.
    private mutating func zoneWord() -> String? {
        guard let first = next, first.isLetter else { return nil }
        var length = 1
        while let byte = self.byte(length), byte.isLetter || byte.isDigit || "/_+-".utf8.contains(byte) { length += 1 }
        defer { skip(length) }
        return Self.text(ofFirst: length, in: self)
    }

    private static func isPlace(_ word: String) -> Bool {
        word.utf8.firstIndex(of: UInt8(ascii: "/")).map { areas.contains(word[..<$0]) } ?? false
    }

    /// Those of the tz database.
    private static let areas: Set<Substring> = [
        "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil", "Canada", "Chile",
        "Etc", "Europe", "Indian", "Mexico", "Pacific", "US",
    ]

    /// Seconds ahead of UTC of a clock that is called so, in small letters too.
    private static func offset(named name: String) -> Int? {
        var scanner = LineScanner(Array(name.uppercased().utf8))
        let offset = scanner.offset()
        return scanner.isAtEnd ? offset : nil
    }

    /// `Z`, `UTC`, `GMT`, `(UTC)`, `+0000`, `+05:30`, `-08`, `UTC+1`, `CET`: seconds ahead of UTC.
    private mutating func offset() -> Int? {
        attempt { line in
            guard line.consume(" (") || line.consume("("), let offset = line.namedOffset(), line.consume(")") else {
                return nil
            }
            return offset
        } ?? namedOffset()
    }

    private mutating func namedOffset() -> Int? {
        bareOffset()
            ?? attempt { line in
                _ = line.consume(" ")
                for clock in Self.clocks {
                    let isIt = line.attempt { line -> Bool? in
                        line.consume(clock.name) && line.endsWord ? true : nil
                    }
                    if isIt != nil { return clock.minutes * 60 }
                }
                return nil
            }
    }

    /// Clocks whose short name only one is called by; CST, IST, BST and PST are several, and so none here.
    private static let clocks: [(name: StaticString, minutes: Int)] = [
        ("HST", -600), ("AKST", -540), ("AKDT", -480), ("PDT", -420), ("MST", -420), ("MDT", -360), ("EST", -300),
        ("EDT", -240), ("NST", -210), ("NDT", -150), ("UT", 0), ("UCT", 0), ("WET", 0), ("WEZ", 0), ("WEST", 60),
        ("WESZ", 60), ("WAT", 60), ("CET", 60), ("MEZ", 60), ("CEST", 120), ("MESZ", 120), ("CAT", 120),
        ("SAST", 120), ("EET", 120), ("OEZ", 120), ("EEST", 180), ("OESZ", 180), ("IDT", 180), ("EAT", 180),
        ("MSK", 180), ("PKT", 300), ("NPT", 345), ("WIB", 420), ("WITA", 480), ("HKT", 480), ("SGT", 480),
        ("AWST", 480), ("WIT", 540), ("JST", 540), ("KST", 540), ("ACST", 570), ("AEST", 600), ("CHST", 600),
        ("ACDT", 630), ("AEDT", 660), ("NZST", 720), ("NZDT", 780),
    ]

    /// Names that several clocks have.
    static let severalClocks: Set<String> = [
        "ADT", "AMT", "AST", "BST", "CDT", "CST", "CT", "ECT", "ET", "GST", "IST", "MT", "PST", "PT", "SST", "WST",
    ]

    private mutating func bareOffset() -> Int? {
        attempt { line in
            let isApart = line.consume(" ")
            let isNamed = line.consume("UTC") || line.consume("GMT")
            if !isNamed, line.consume("Z") || line.consume("z") { return line.next?.isLetter ?? false ? nil : 0 }
            let sign = line.consume("+") ? 1 : line.consume("-") || line.consume("\u{2212}") ? -1 : 0
            guard sign != 0 else { return isNamed && !(line.next?.isLetter ?? false) ? 0 : nil }
            guard let hours = line.digits(2) ?? (isNamed ? line.digits(1) : nil) else { return nil }
            let minutes = line.attempt { $0.consume(":") ? $0.digits(2) : $0.digits(2) }
            guard hours <= 14, (minutes ?? 0) < 60, minutes != nil || !isApart || isNamed,
                !(line.next?.isDigit ?? false)
            else { return nil }
            return sign * (hours * 3600 + (minutes ?? 0) * 60)
        }
    }
}
