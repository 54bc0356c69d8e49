import CivilTime

extension TimeWords {
    /// Reads a week by one of its days, or by its number in a year: `week of 11 Jan`, `week 53 of 2026`, `2026-W53` (ISO 8601).
    ///
    /// - Parameters:
    ///   - today: from which day a week without a year is the next one that is not over.
    ///   - looksBack: whether it is the last one that has begun instead.
    /// - Returns: its days from Monday to Sunday; nil where none is named.
    /// - Throws: `UnreadTime` for a number alone, which may be of a year or of a season.
    mutating func week(seenFrom today: LocalDate, looksBack: Bool) throws(UnreadTime) -> ClosedRange<LocalDate>? {
        guard let word = next else { return nil }
        if word.kind == .digits, word.text.count == 4, ahead(1)?.text == "-", ahead(2)?.text == "w",
            let number = ahead(3), number.kind == .digits, number.isGlued
        {
            skip(4)
            return try days(ofWeek: number, of: word)
        }
        guard ["week", "weeks", "w"].contains(word.text), let behind = ahead(1) else { return nil }
        if behind.text == "of" { return try weekOfDay(seenFrom: today, looksBack: looksBack) }
        guard behind.kind == .digits else { return nil }
        let place = ["of", ",", "/"].contains(ahead(2)?.text) ? 3 : 2
        guard let year = ahead(place), year.kind == .digits, year.text.count == 4 else {
            throw unread(word, question(ofWeek: behind, seenFrom: today))
        }
        skip(place + 1)
        return try days(ofWeek: behind, of: year)
    }

    /// Reads the week of a day: `week of 11 Jan`.
    private mutating func weekOfDay(
        seenFrom today: LocalDate, looksBack: Bool
    ) throws(UnreadTime) -> ClosedRange<LocalDate>? {
        var rest = self
        rest.skip(2)
        _ = rest.take(["the"])
        guard let date = try rest.date(today: nil), date.fixed != nil || date.day != nil else {
            throw unread(rest.next, "the week of which day? such as week of 11 Jan")
        }
        let years = date.year.map { [$0] } ?? Array(today.year - 1...today.year + 1)
        let days = date.fixed.map { [$0.lowerBound] } ?? years.compactMap { date.days(in: $0)?.lowerBound }
        let mondays = days.map(\.mondayOfWeek)
        let isKnown = date.fixed != nil || date.year != nil
        let monday =
            looksBack
            ? mondays.last { isKnown || $0 <= today } : mondays.first { isKnown || $0.adding(days: 6) >= today }
        guard let monday else { throw unread(date.word, "there is no such day; expected one such as 11 Jan") }
        self = rest
        return monday...monday.adding(days: 6)
    }

    private func days(ofWeek number: TimeWord, of year: TimeWord) throws(UnreadTime) -> ClosedRange<LocalDate> {
        guard let week = Int(number.text), let of = Int(year.text), let days = LocalDate.days(ofWeek: week, of: of)
        else { throw unread(number, "\(year.text) has no week \(number.text); write its days, such as 11-17 Jan") }
        return days
    }

    private func question(ofWeek number: TimeWord, seenFrom today: LocalDate) -> String {
        let weeks = (today.year - 1...today.year + 6).compactMap { year in
            Int(number.text).flatMap { LocalDate.days(ofWeek: $0, of: year) }.map { (year: year, days: $0) }
        }
        guard let (year, days) = weeks.first(where: { $0.days.upperBound >= today }) else {
            return "a year has no week \(number.text); write its days, such as 11-17 Jan"
        }
        return
            "a year's week, or a season's? write its days, or week \(number.text) of \(year), which is \(days.lowerBound.words) - \(days.upperBound.words)"
    }
}

extension LocalDate {
    /// A week of a year as ISO 8601 numbers them: the first has the year's 4 January; nil where the year has none of that number.
    fileprivate static func days(ofWeek number: Int, of year: Int) -> ClosedRange<LocalDate>? {
        guard (1...53).contains(number), let first = LocalDate(year: year, month: 1, day: 4)?.mondayOfWeek else {
            return nil
        }
        let monday = first.adding(days: 7 * (number - 1))
        guard monday.adding(days: 3).year == year else { return nil }
        return monday...monday.adding(days: 6)
    }
}
