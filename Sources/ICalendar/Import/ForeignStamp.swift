import CivilTime

/// What a DATE or DATE-TIME says by itself (RFC 5545 §3.3.4, §3.3.5).
enum ForeignStamp: Hashable {
    case date(LocalDate)
    case time(LocalDateTime, isUTC: Bool)

    /// Nil for anything else.
    init?(_ text: String) {
        let bytes = Array(text.utf8.prefix(17))
        let isUTC = bytes.count == 16 && bytes[15] == UInt8(ascii: "Z")
        func digits(_ range: Range<Int>) -> Int? {
            guard bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        guard bytes.count == 8 || isUTC || bytes.count == 15, let year = digits(0..<4), let month = digits(4..<6),
            let day = digits(6..<8), let date = LocalDate(year: year, month: month, day: day)
        else { return nil }
        guard bytes.count > 8 else {
            self = .date(date)
            return
        }
        guard bytes[8] == UInt8(ascii: "T"), let hour = digits(9..<11), let minute = digits(11..<13),
            let second = digits(13..<15), let time = LocalTime(hour: hour, minute: minute, second: second)
        else { return nil }
        self = .time(LocalDateTime(date: date, time: time), isUTC: isUTC)
    }

    /// The day that is written there, whatever the zone.
    var date: LocalDate {
        switch self {
        case .date(let date): date
        case .time(let local, _): local.date
        }
    }
}
