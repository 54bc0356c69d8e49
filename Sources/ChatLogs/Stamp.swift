import CivilTime

/// When a line was said, as its log has it.
struct Stamp: Equatable {
    var day: NamedDay
    var time: LocalTime
    /// Seconds ahead of UTC, where the line says so.
    var offset: Int?
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
            var offset = line.offset()
            if case .yearless(let month, let number) = day,
                let date = line.attempt({
                    $0.consume(" ") ? $0.digits(4).flatMap { LocalDate(year: $0, month: month, day: number) } : nil
                })
            {
                day = .date(date)
            }
            if offset == nil { offset = line.offset() }
            if let end = closing {
                if offset == nil, line.consume(" ") { while line.next?.isLetter ?? false { line.skip(1) } }
                guard line.consume(end) else { return nil }
                return Stamp(day: day, time: time, offset: offset, isInBrackets: true)
            }
            guard line.next.map({ !$0.isDigit && !$0.isLetter && $0 != UInt8(ascii: ":") }) ?? true else { return nil }
            return Stamp(day: day, time: time, offset: offset)
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
                        line.consume(clock.name) && !(line.next.map { $0.isLetter || $0.isDigit } ?? false) ? true : nil
                    }
                    if isIt != nil { return clock.hours * 3600 }
                }
                return nil
            }
    }

    /// Clocks whose short name the tz database gives to one offset alone; CST, IST, BST and PST are several, and so none here.
    private static let clocks: [(name: StaticString, hours: Int)] = [
        ("HST", -10), ("AKST", -9), ("AKDT", -8), ("PDT", -7), ("MST", -7), ("MDT", -6), ("EST", -5), ("EDT", -4),
        ("WET", 0),
        ("WEST", 1), ("CET", 1), ("CEST", 2), ("EET", 2), ("EEST", 3), ("MSK", 3), ("PKT", 5), ("HKT", 8), ("JST", 9),
        ("KST", 9), ("AEST", 10), ("AEDT", 11), ("NZST", 12), ("NZDT", 13),
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
