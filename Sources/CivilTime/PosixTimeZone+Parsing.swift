extension PosixTimeZone {
    /// Reads a POSIX TZ string such as `CET-1CEST,M3.5.0,M10.5.0/3`.
    ///
    /// Names may be quoted (`<+0330>-3:30`), times go from −167 to 167 hours (RFC 9636 §3.3.1). A daylight saving time
    /// without its two rules is refused, for POSIX leaves its meaning to the implementation.
    ///
    /// - Throws: `TZifError` with code `invalidFooter` and the byte offset in the text.
    public init(posix text: String) throws(TZifError) {
        try self.init(posix: Array(text.utf8), at: 0)
    }

    /// Reads the text that begins at byte `start` of its file.
    init(posix text: [UInt8], at start: Int) throws(TZifError) {
        var parser = PosixParser(scanner: TextScanner(text), start: start)
        self = try parser.timeZone()
    }
}

private struct PosixParser {
    var scanner: TextScanner
    let start: Int

    mutating func timeZone() throws(TZifError) -> PosixTimeZone {
        let standardName = try name()
        let standardOffset = try offset()
        let standard = LocalTimeType(offset: standardOffset, isDaylight: false, abbreviation: standardName)
        guard !scanner.isAtEnd else { return PosixTimeZone(standard: standard, daylight: nil) }

        let daylightName = try name()
        var daylightOffset = standardOffset
        if scanner.next == UInt8(ascii: ",") || scanner.isAtEnd {
            daylightOffset = try checked(standardOffset.seconds + 3600)
        } else {
            daylightOffset = try offset()
        }
        let begins = try rule()
        let ends = try rule()
        guard scanner.isAtEnd else { throw fault("has something after its rules") }
        let type = LocalTimeType(offset: daylightOffset, isDaylight: true, abbreviation: daylightName)
        return PosixTimeZone(standard: standard, daylight: .init(type: type, begins: begins, ends: ends))
    }

    private mutating func name() throws(TZifError) -> String {
        let isQuoted = scanner.consume("<")
        let name = scanner.run { byte in
            switch Unicode.Scalar(byte) {
            case "A"..."Z", "a"..."z": true
            case "0"..."9", "+", "-": isQuoted
            default: false
            }
        }
        guard name.utf8.count >= 3 else { throw fault("lacks a name of three or more letters") }
        guard !isQuoted || scanner.consume(">") else { throw fault("lacks the \">\" after a name") }
        return name
    }

    /// POSIX counts positive west of Greenwich, everybody else east of it.
    private mutating func offset() throws(TZifError) -> UTCOffset {
        try checked(-time(maximumHours: 24))
    }

    private func checked(_ seconds: Int) throws(TZifError) -> UTCOffset {
        guard let offset = UTCOffset(seconds: seconds) else { throw fault("has an offset out of range") }
        return offset
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    private mutating func time(maximumHours: Int) throws(TZifError) -> Int {
        let isNegative = scanner.consume(anyOf: "+", "-") == "-"
        let position = scanner.position
        guard let hours = scanner.number(ofDigits: 1...3), hours <= maximumHours else {
            throw fault("lacks a number of hours up to \(maximumHours)", at: position)
        }
        var seconds = hours * 3600
        for unit in [60, 1] where scanner.consume(":") {
            guard let number = scanner.number(ofDigits: 1...2), number < 60 else {
                throw fault("lacks minutes or seconds below 60")
            }
            seconds += number * unit
        }
        return isNegative ? -seconds : seconds
    }

    private mutating func rule() throws(TZifError) -> YearlyRule {
        guard scanner.consume(",") else { throw fault("lacks the rule for daylight saving time") }
        let day = try day()
        let secondOfDay = scanner.consume("/") ? try time(maximumHours: 167) : 2 * 3600
        return YearlyRule(day: day, secondOfDay: secondOfDay)
    }

    private mutating func day() throws(TZifError) -> YearlyRule.Day {
        if scanner.consume("M") {
            let month = try number(1...12, "month")
            guard scanner.consume(".") else { throw fault("lacks a week") }
            let week = try number(1...5, "week")
            guard scanner.consume(".") else { throw fault("lacks a weekday") }
            let sundayBased = try number(0...6, "weekday")
            guard let weekday = Weekday(rawValue: sundayBased == 0 ? 7 : sundayBased) else {
                throw fault("lacks a weekday")
            }
            return .weekday(weekday, week: week, month: month)
        }
        if scanner.consume("J") {
            return .dayIgnoringLeapDay(try number(1...365, "day of the year"))
        }
        return .dayOfYear(try number(0...365, "day of the year"))
    }

    private mutating func number(_ range: ClosedRange<Int>, _ name: String) throws(TZifError) -> Int {
        let position = scanner.position
        guard let value = scanner.number(ofDigits: 1...3), range.contains(value) else {
            throw fault("lacks a \(name) in \(range.lowerBound)...\(range.upperBound)", at: position)
        }
        return value
    }

    private func fault(_ reason: String, at position: Int? = nil) -> TZifError {
        TZifError(
            code: .invalidFooter, byteOffset: start + (position ?? scanner.position), reason: "the footer \(reason)")
    }
}
