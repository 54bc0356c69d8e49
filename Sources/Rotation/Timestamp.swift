/// A minute of history with the UTC offset it was written in.
struct Timestamp {
    /// Minutes since 1970-01-01T00:00Z.
    let minute: Int
    /// Minutes east of UTC.
    let offset: Int

    /// Reads `YYYY-MM-DDTHH:MM` followed by `Z` or `±HH:MM`.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 17 || bytes.count == 22, bytes[10] == UInt8(ascii: "T"),
            let day = CalendarDay(bytes[..<10]), let time = minuteOfDay(bytes[11..<16])
        else { return nil }
        if bytes.count == 17 {
            guard bytes[16] == UInt8(ascii: "Z") else { return nil }
            offset = 0
        } else {
            guard let size = minuteOfDay(bytes[17...]) else { return nil }
            switch bytes[16] {
            case UInt8(ascii: "+"): offset = size
            case UInt8(ascii: "-"): offset = -size
            default: return nil
            }
        }
        minute = day.number * 1440 + time - offset
    }
}

extension CalendarDay {
    /// Reads `YYYY-MM-DD`.
    init?(_ text: String) {
        self.init(Array(text.utf8)[...])
    }

    fileprivate init?(_ bytes: ArraySlice<UInt8>) {
        let (start, hyphen) = (bytes.startIndex, UInt8(ascii: "-"))
        guard bytes.count == 10, bytes[start + 4] == hyphen, bytes[start + 7] == hyphen,
            let year = decimal(bytes[start..<start + 4]), let month = decimal(bytes[start + 5..<start + 7]),
            let day = decimal(bytes[start + 8..<start + 10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

/// Reads `HH:MM`.
private func minuteOfDay(_ bytes: ArraySlice<UInt8>) -> Int? {
    let start = bytes.startIndex
    guard bytes.count == 5, bytes[start + 2] == UInt8(ascii: ":"), let hour = decimal(bytes[start..<start + 2]),
        let minute = decimal(bytes[start + 3..<start + 5]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
}

/// Reads decimal digits, few enough not to overflow.
private func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
}
