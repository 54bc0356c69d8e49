import CivilTime

/// Dates in HTTP header fields (RFC 9110 §5.6.7).
enum HTTPDate {
    /// `Thu, 21 Jan 2027 11:30:00 GMT`.
    static func text(_ instant: Instant) -> String {
        let day = Int((Double(instant.secondsSinceEpoch) / 86_400).rounded(.down))
        let second = Int(instant.secondsSinceEpoch) - day * 86_400
        let date = LocalDate(epochDay: day)
        let clock = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        return "\(date.weekday.shortName), \(twoDigits(date.day)) \(date.shortMonthName) \(date.year) \(clock) GMT"
    }

    /// The moment that a date names, or nil.
    ///
    /// The two obsolete forms are not read: whoever sends one gets the whole answer.
    static func instant(_ text: String) -> Instant? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
            let month = LocalDate.monthNames.firstIndex(where: { $0.prefix(3) == words[2] }),
            let date = LocalDate(year: year, month: month + 1, day: day), let time = LocalTime(iso: String(words[4]))
        else { return nil }
        let instant = Instant(secondsSinceEpoch: Int64(date.epochDay) * 86_400 + Int64(time.secondOfDay))
        return self.text(instant) == text ? instant : nil
    }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
