import CivilTime

extension SlotReader {
    /// Every how many of which unit.
    struct Cadence {
        let word: TimeWord
        let interval: Int
        let unit: RecurringDays.Unit
    }

    /// Reads how often the days recur: `every other`, `every 3 weeks`, `weekly`, `of every month`.
    ///
    /// - Returns: whether something was there.
    mutating func readCadence() throws(UnreadTime) -> Bool {
        guard let word = words.next else { return false }
        switch word.text {
        case "daily": try set(1, .day, word)
        case "weekly": try set(1, .week, word)
        case "fortnightly": try set(2, .week, word)
        case "monthly": try set(1, .month, word)
        case "biweekly", "bi":
            throw words.unread(
                word, "every other week, or twice a week? write every other Thu 20:00, or Tue and Thu 20:00")
        case "alternate", "alternating":
            words.skip()
            try readUnit(every: 2, word)
            return true
        case "every", "each":
            words.skip()
            try readEvery(word)
            return true
        case "month" where cadence == nil && days.contains { $0.ordinal != nil }: try set(1, .month, word)
        default: return false
        }
        words.skip()
        return true
    }

    /// Reads what stands behind `every`.
    private mutating func readEvery(_ every: TimeWord) throws(UnreadTime) {
        guard let word = words.next else { throw words.unread(nil, "every what? such as every Tue 17:00") }
        if words.take(["other", "alternate"]) != nil { return try readUnit(every: 2, every) }
        if word.text == "fortnight" {
            words.skip()
            return try set(2, .week, every)
        }
        if Self.units[word.text] != nil { return try readUnit(every: 1, every) }
        if let number = TimeWords.ordinals[word.text] ?? ordinal(word) {
            return try readEvery(number, written: word, behind: word.kind == .digits ? 2 : 1, every)
        }
        let number = word.kind == .digits ? Int(word.text) : TimeWords.numbers[word.text]
        guard let number, let unit = words.ahead(1), unit.kind == .letters else { return }
        let isWeekday = Weekday(written: unit.text) != nil
        guard Self.units[unit.text] != nil || isWeekday else { return }
        try check(number, word)
        if isWeekday { throw words.unread(word, "write every \(number) weeks on \(unit.written)") }
        words.skip()
        try readUnit(every: number, every)
    }

    /// Reads `every second week`, or leaves in `every 2nd Tuesday` the days to be read.
    private mutating func readEvery(
        _ number: Int, written word: TimeWord, behind length: Int, _ every: TimeWord
    ) throws(UnreadTime) {
        if let unit = words.ahead(length), Self.units[unit.text] != nil {
            guard number > 0 else { throw words.unread(word, "every how many? such as every 2 weeks on Tue 17:00") }
            try check(number, word)
            words.skip(length)
            return try readUnit(every: number, every)
        }
        let isOne = words.ahead(length).flatMap { Weekday(written: $0.text) } != nil
        if number > 1, isOne { doubtful = (word, number) }
    }

    /// That so many can be said.
    private func check(_ number: Int, _ word: TimeWord) throws(UnreadTime) {
        let known = RecurringDays.intervals
        guard known.contains(number) else {
            throw words.unread(word, "every \(known.lowerBound) to \(known.upperBound) weeks can be written")
        }
    }

    private func ordinal(_ word: TimeWord) -> Int? {
        word.kind == .digits && words.ahead(1)?.isOrdinalEnd == true ? Int(word.text) : nil
    }

    private static let units: [String: RecurringDays.Unit] = [
        "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month,
    ]

    /// Reads `weeks`, and so on, behind a number; where nothing stands there, weeks are meant.
    private mutating func readUnit(every interval: Int, _ every: TimeWord) throws(UnreadTime) {
        guard let word = words.next, let unit = Self.units[word.text] else {
            if let word = words.next, word.text.hasPrefix("weekday") {
                throw words.unread(
                    word, "which days, and how often? such as every other Mon-Fri 17:00, or Mon, Wed and Fri 17:00")
            }
            return try set(interval, .week, every)
        }
        if unit == .day, interval > 1 {
            throw words.unread(
                word, "this falls on other weekdays each week; name those that you mean, such as Mon, Wed and Fri 17:00"
            )
        }
        words.skip()
        try set(interval, unit, every)
    }

    private mutating func set(_ interval: Int, _ unit: RecurringDays.Unit, _ word: TimeWord) throws(UnreadTime) {
        guard cadence == nil else {
            throw words.unread(word, "how often was said before; write it once, such as every other Thu 20:00")
        }
        cadence = Cadence(word: word, interval: interval, unit: unit)
    }
}
