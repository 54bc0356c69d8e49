extension Instant: TextCodable {
    static let expectation = "an instant such as 2027-01-05T08:00:00Z"

    /// Reads an RFC 3339 date-time: `2027-01-05T08:00:00Z`, `2027-01-05T17:00:00.5+09:00`.
    ///
    /// Fractions of a second are cut off, which is toward the past. Nil for anything else, a leap second
    /// (`23:59:60`) included: the POSIX time line has no place for it.
    public init?(rfc3339 text: String) {
        var scanner = TextScanner(text)
        guard let date = LocalDate(scanning: &scanner),
            scanner.consume(anyOf: "T", "t") != nil,
            let time = LocalTime(scanning: &scanner, seconds: .required)
        else { return nil }
        if scanner.consume(".") {
            guard !scanner.run(while: { (48...57).contains($0) }).isEmpty else { return nil }
        }
        guard let offset = Self.offset(scanning: &scanner), scanner.isAtEnd else { return nil }
        let seconds = LocalDateTime(date: date, time: time).secondsOnWallClock - Int64(offset)
        guard seconds >= LocalDateTime.firstSecond, seconds <= LocalDateTime.lastSecond else { return nil }
        self.init(secondsSinceEpoch: seconds)
    }

    init?(text: String) {
        self.init(rfc3339: text)
    }

    /// RFC 3339 in UTC, always with `Z`: `2027-01-05T08:00:00Z`.
    public var rfc3339: String {
        String.ascii { writer in
            utc.write(to: &writer)
            writer.append("Z")
        }
    }

    /// RFC 5545 form 2, "date with UTC time": `20270105T080000Z`.
    public var basicUTC: String {
        String.ascii { writer in
            utc.writeBasic(to: &writer)
            writer.append("Z")
        }
    }

    /// The same as `rfc3339`.
    public var description: String { rfc3339 }

    private var utc: LocalDateTime { LocalDateTime(secondsOnWallClock: secondsSinceEpoch) }

    /// `Z` or `±hh:mm`, in seconds.
    private static func offset(scanning scanner: inout TextScanner) -> Int? {
        guard let mark = scanner.consume(anyOf: "Z", "z", "+", "-") else { return nil }
        guard mark == "+" || mark == "-" else { return 0 }
        guard let hours = scanner.digits(2), hours < 24, scanner.consume(":"),
            let minutes = scanner.digits(2), minutes < 60
        else { return nil }
        return (mark == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
