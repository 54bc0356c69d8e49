import CivilTime

/// A DATE or DATE-TIME (RFC 5545 §3.3.4, §3.3.5).
enum TimeValue: Hashable {
    case date(LocalDate)
    /// On a wall clock: that of the property's TZID or, without one, whichever hangs there.
    case local(LocalDateTime)
    case utc(Instant)

    /// Reads `20270105`, `20270105T170000` or `20270105T170000Z`, strictly.
    init?(_ text: some StringProtocol) {
        let read = text.utf8.withContiguousStorageIfAvailable { Self.read($0) }
        guard let value = read ?? Array(text.utf8).withUnsafeBufferPointer({ Self.read($0) }) else { return nil }
        self = value
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> TimeValue? {
        guard bytes.count == 8 || bytes.count == 15 || bytes.count == 16, let year = Self.number(bytes[0..<4]),
            let month = Self.number(bytes[4..<6]), let day = Self.number(bytes[6..<8]),
            let date = LocalDate(year: year, month: month, day: day)
        else { return nil }
        guard bytes.count > 8 else {
            return .date(date)
        }
        guard bytes[8] == UInt8(ascii: "T"), let hour = Self.number(bytes[9..<11]),
            let minute = Self.number(bytes[11..<13]), let second = Self.number(bytes[13..<15]),
            let time = LocalTime(hour: hour, minute: minute, second: second)
        else { return nil }
        let local = LocalDateTime(date: date, time: time)
        guard bytes.count > 15 else {
            return .local(local)
        }
        guard bytes[15] == UInt8(ascii: "Z") else { return nil }
        return .utc(Instant(secondsSinceEpoch: local.secondsOnClock))
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var number = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number
    }
}

extension LocalDateTime {
    /// Seconds since 1970-01-01T00:00:00 on the same clock.
    var secondsOnClock: Int64 { Int64(date.epochDay) * 86400 + Int64(time.secondOfDay) }
}

extension ContentLine {
    /// The properties of DATE or DATE-TIME values.
    static let timeNames: Set = [
        "DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE", "DTSTAMP", "LAST-MODIFIED", "CREATED",
        "COMPLETED",
    ]

    /// Those that RFC 5545 wants in UTC.
    static let utcNames: Set = ["DTSTAMP", "LAST-MODIFIED", "CREATED", "COMPLETED"]

    /// The values between commas; of a period its start.
    var timeTexts: LazyMapSequence<TextParts, Substring> {
        listed.lazy.map { text in
            text.utf8.firstIndex(of: UInt8(ascii: "/")).map { text[..<$0] } ?? text
        }
    }

    /// The value of a property that has one time.
    var time: TimeValue? { TimeValue(value) }
}
