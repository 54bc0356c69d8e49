import CivilTime

extension SlotReader {
    /// Reads days of the week or of the month: `Tue and Thu`, `Mon-Fri`, `1st and 3rd Tue`.
    ///
    /// - Returns: whether any were there.
    mutating func readDays() throws(UnreadTime) -> Bool {
        guard let begin = words.next, beginsDays() else { return false }
        guard days.isEmpty else { throw words.unread(begin, Self.oneSlot) }
        try readDay()
        while true {
            var separators = 0
            while let word = words.ahead(separators), word.kind != .zone, TimeWords.and.contains(word.text) {
                separators += 1
            }
            guard beginsDays(behind: separators) else { return true }
            words.skip(separators)
            try readDay()
        }
    }

    /// Whether a day follows behind so many pieces.
    private func beginsDays(behind count: Int = 0) -> Bool {
        guard let word = words.ahead(count), word.kind != .zone else { return false }
        if word.kind == .digits { return isNumbered(count) }
        return Weekday(written: word.text) != nil || TimeWords.ordinals[word.text] != nil
            || Self.sets[word.text] != nil
    }

    /// Whether a number behind so many pieces is which of a month's days is meant: `2nd`, or `2.` before a weekday.
    private func isNumbered(_ count: Int) -> Bool {
        guard words.ahead(count)?.kind == .digits, let end = words.ahead(count + 1) else { return false }
        guard !end.isOrdinalEnd else { return true }
        guard end.text == ".", end.isGlued, let behind = words.ahead(count + 2) else { return false }
        return Weekday(written: behind.text) != nil || TimeWords.and.contains(behind.text) && isNumbered(count + 3)
    }

    /// Days that have a name together.
    private static let sets: [String: ClosedRange<Int>] = [
        "weekday": 1...5, "weekdays": 1...5, "workday": 1...5, "workdays": 1...5, "weekend": 6...7, "weekends": 6...7,
    ]

    private static let expectedWeekday =
        "expected a weekday, such as 2nd Tue; a day of the month is said by --rrule \"FREQ=MONTHLY;BYMONTHDAY=15\""

    private mutating func readDay() throws(UnreadTime) {
        guard let word = words.next else { return }
        if let set = Self.sets[word.text] {
            words.skip()
            return add(set)
        }
        let ordinals = try readOrdinals()
        guard let name = words.next, let weekday = name.kind == .letters ? Weekday(written: name.text) : nil else {
            throw words.unread(words.next ?? word, Self.expectedWeekday)
        }
        words.skip()
        if words.next?.text == ".", words.next?.isGlued == true { words.skip() }
        if ordinals.isEmpty, days.contains(where: { $0.ordinal != nil }) {
            throw words.unread(
                name,
                "every \(weekday.name), or of the month the same as before? write it with its number, or publish it by itself"
            )
        }
        days.formUnion(ordinals.map { RecurringDays.Day(ordinal: $0, weekday: weekday) })
        guard ordinals.isEmpty else { return }
        days.insert(RecurringDays.Day(weekday: weekday))
        try readRange(from: weekday)
    }

    /// Reads the end of a range, as in `Mon-Fri`; one that goes over Sunday goes on with Monday.
    private mutating func readRange(from first: Weekday) throws(UnreadTime) {
        guard let sign = words.next, TimeWords.until.contains(sign.text), let name = words.ahead(1),
            name.kind == .letters, let last = Weekday(written: name.text)
        else { return }
        guard first != last else { throw words.unread(name, "does it mean every day, or \(first.name) alone?") }
        words.skip(2)
        if first < last {
            add(first.rawValue...last.rawValue)
        } else {
            add(first.rawValue...7)
            add(1...last.rawValue)
        }
    }

    private mutating func add(_ range: ClosedRange<Int>) {
        days.formUnion(range.compactMap(Weekday.init).map { RecurringDays.Day(weekday: $0) })
    }

    /// Reads which of a month’s weekdays are meant: `1st`, `first and third`, `last`.
    private mutating func readOrdinals() throws(UnreadTime) -> [Int] {
        var ordinals: [Int] = []
        while let word = words.next {
            if let ordinal = TimeWords.ordinals[word.text] {
                ordinals.append(ordinal)
                words.skip()
            } else if isNumbered(0) {
                guard let ordinal = Int(word.text), (1...5).contains(ordinal) else {
                    let isWeekday = words.ahead(2).flatMap { Weekday(written: $0.text) } != nil
                    throw words.unread(
                        word,
                        isWeekday
                            ? "a month has a 1st to a 5th of each weekday; the last one is written last Fri"
                            : Self.expectedWeekday)
                }
                ordinals.append(ordinal)
                words.skip(2)
            } else {
                break
            }
            guard let sign = words.next, TimeWords.and.contains(sign.text), let behind = words.ahead(1),
                TimeWords.ordinals[behind.text] != nil || isNumbered(1)
            else { break }
            words.skip()
        }
        return ordinals
    }
}
