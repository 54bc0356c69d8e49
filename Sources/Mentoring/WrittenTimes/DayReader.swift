import CivilTime
import TimeZoneCatalog

/// Reads days from one to another as people write them.
struct DayReader {
    private var words: TimeWords
    private let today: LocalDate
    /// Whether days without a year are the last ones that have begun, and not the next that are not over.
    private let looksBack: Bool

    init(_ text: String, today: LocalDate, looksBack: Bool = false) throws(UnreadTime) {
        words = try TimeWords(text)
        self.today = today
        self.looksBack = looksBack
    }

    private static let examples = "2027-01-11..2027-01-17, 11-17 Jan, 11 Jan - 3 Feb, 11 Jan, tomorrow, next week"

    /// What begins in one year and ends in the next has fewer days than that; else its ends are swapped.
    private static let longestOverNewYear = 184

    /// Reads all of it.
    mutating func read() throws(UnreadTime) -> WrittenDays {
        let begins = words.take(["from", "since", "starting"]) != nil
        if !begins, words.take(["until", "till", "to", ".."]) != nil {
            let last = try lastDate()
            let now = WrittenDate(last.word, today...today)
            return WrittenDays(from: today, to: try range(now, last).upperBound)
        }
        let first = try date()
        if words.take(["for"]) != nil {
            let (begin, count) = (try range(first, first).lowerBound, try length())
            return WrittenDays(from: begin, to: begin.adding(days: count - 1))
        }
        let sign = words.take(TimeWords.until.union(["..", "/"])) != nil
        let isOpen = words.take(["onwards", "onward", "on"]) != nil || sign && words.next == nil
        if sign, !isOpen {
            let days = try range(first, lastDate())
            return WrittenDays(from: days.lowerBound, to: days.upperBound)
        }
        if let more = words.next { throw unread(more) }
        let days = try range(first, first)
        return WrittenDays(from: days.lowerBound, to: begins || isOpen ? nil : days.upperBound)
    }

    /// Reads how many days it is, to the end: `a week`, `10 days`.
    private mutating func length() throws(UnreadTime) -> Int {
        let (number, unit) = (words.next, words.ahead(1))
        let count = number.flatMap { ["a", "an"].contains($0.text) ? 1 : Int($0.text) ?? TimeWords.numbers[$0.text] }
        let days = unit.flatMap { ["day": 1, "days": 1, "week": 7, "weeks": 7][$0.text] }
        guard let count, let days, (1...366).contains(count) else {
            throw words.unread(number, "for how long? such as 11 Jan for 2 weeks, or 11 Jan for 10 days")
        }
        words.skip(2)
        if let more = words.next { throw unread(more) }
        return count * days
    }

    private mutating func lastDate() throws(UnreadTime) -> WrittenDate {
        let last = try date()
        if let more = words.next { throw unread(more) }
        return last
    }

    private mutating func date() throws(UnreadTime) -> WrittenDate {
        while words.take(["on", "the", "in", ","]) != nil {}
        guard let date = try words.date(today: today, looksBack: looksBack, isRange: true) else {
            throw unread(words.next)
        }
        return date
    }

    /// The days from one to another, where each end may have what the other leaves out.
    private func range(_ begin: WrittenDate, _ end: WrittenDate) throws(UnreadTime) -> ClosedRange<LocalDate> {
        var (first, last) = (try coming(begin), end)
        if first.month == nil, first.day != nil { first.month = last.month ?? last.fixed?.lowerBound.month }
        if last.month == nil, last.day != nil { last.month = first.month ?? first.fixed?.upperBound.month }
        for date in [first, last] where date.day != nil && date.month == nil {
            throw words.unread(date.word, "of which month? such as 11-17 Jan")
        }
        if begin != end, last.isWeekdayAlone, first.weekday != nil, first.fixed != nil,
            let from = begin.weekday, let to = last.weekday, today.first(to) < today.first(from)
        {
            throw words.unread(begin.word, "from this week on, or from the next? write the days, such as 11-17 Jan")
        }
        for year in years(first, last) {
            guard let from = first.days(inOr: year) else { continue }
            // Which day a weekday is depends on the year that is tried, which may be over.
            let until = last.onOrAfter(from.lowerBound)
            guard var to = until.days(inOr: from.lowerBound.year) else { continue }
            if until.fixed == nil, last.year == nil, to.upperBound < from.lowerBound,
                let next = last.days(in: from.lowerBound.year + 1),
                from.lowerBound.days(until: next.upperBound) < Self.longestOverNewYear
            {
                to = next
            }
            let isOpenYear = first.year == nil && first.fixed == nil
            if isOpenYear,
                looksBack ? from.lowerBound > today : to.upperBound < (last.isFixed ? from.lowerBound : today)
            {
                continue
            }
            try check(first, from)
            try check(last, to)
            guard from.lowerBound <= to.upperBound else {
                let advice = end.month != nil && begin.month == nil ? "; over a month's end write both months" : ""
                throw words.unread(last.word, "\(to.upperBound.words) is before \(from.lowerBound.words)\(advice)")
            }
            return from.lowerBound...to.upperBound
        }
        throw words.unread(first.word, "there are no such days; expected the like of \(Self.examples)")
    }

    /// The years in which the first day may be.
    private func years(_ first: WrittenDate, _ last: WrittenDate) -> [Int] {
        if let year = first.fixed?.lowerBound.year ?? first.year { return [year] }
        if let year = last.fixed?.upperBound.year ?? last.year { return [year, year - 1] }
        return looksBack ? [today.year, today.year - 1] : Array(today.year - 1...today.year + 1)
    }

    /// A weekday that stands alone is the next one, or the last one; today's may be today.
    private func coming(_ date: WrittenDate) throws(UnreadTime) -> WrittenDate {
        guard date.isWeekdayAlone, today.weekday == date.weekday else {
            return date.onOrAfter(looksBack ? today.adding(days: -6) : today)
        }
        let other = today.adding(days: looksBack ? -7 : 7)
        throw words.unread(date.word, "today, \(today.words), or \(other.words)? write the day like that")
    }

    private func check(_ date: WrittenDate, _ days: ClosedRange<LocalDate>) throws(UnreadTime) {
        guard let weekday = date.weekday, date.day != nil, days.lowerBound.weekday != weekday else { return }
        throw words.unread(date.word, "\(days.lowerBound.words) is a \(days.lowerBound.weekday.name)")
    }

    private func unread(_ word: TimeWord?) -> UnreadTime {
        guard let word, word.kind == .letters, !word.text.isEmpty else {
            return words.unread(
                word, "expected days, such as \(Self.examples)", isForeign: word.map { $0.kind != .digits } ?? false)
        }
        let names =
            LocalDate.monthNames + LocalDate.monthNames.map { String($0.prefix(3)) } + [
                "today", "tomorrow", "yesterday",
            ]
        let near = nearest(to: word.text, among: names)
        return words.unread(
            word,
            near.isEmpty
                ? "expected days, such as \(Self.examples)" : "did you mean \(near.joined(separator: " or "))?",
            isForeign: true)
    }
}

extension WrittenDate {
    init(_ word: TimeWord, _ fixed: ClosedRange<LocalDate>) {
        self.init(word)
        self.fixed = fixed
    }

    /// Whether a weekday is all that was said.
    fileprivate var isWeekdayAlone: Bool { weekday != nil && day == nil && month == nil && fixed == nil }

    /// A weekday that stands alone is the first from a day on; the others say which they are.
    fileprivate func onOrAfter(_ day: LocalDate) -> WrittenDate {
        guard isWeekdayAlone, let weekday else { return self }
        var known = self
        let first = day.adding(days: -1).first(weekday)
        known.fixed = first...first
        return known
    }

    /// Whether it says its year.
    fileprivate var isFixed: Bool { fixed != nil || year != nil }

    /// The days that it says, in its own year or in this one.
    fileprivate func days(inOr year: Int) -> ClosedRange<LocalDate>? { fixed ?? days(in: self.year ?? year) }
}
