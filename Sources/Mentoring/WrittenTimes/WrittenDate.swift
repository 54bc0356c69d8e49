import CivilTime

/// A day, or several with one name, as far as somebody wrote them.
struct WrittenDate: Hashable, Sendable {
    /// Where it begins.
    let word: TimeWord
    var year: Int?
    var month: Int?
    var day: Int?
    /// The weekday that was named, beside the day or in its place.
    var weekday: Weekday?
    /// The days, where the words alone say which.
    var fixed: ClosedRange<LocalDate>?

    init(_ word: TimeWord) { self.word = word }

    /// The days in a year; nil where there are none.
    func days(in year: Int) -> ClosedRange<LocalDate>? {
        guard let month, let first = LocalDate(year: year, month: month, day: day ?? 1) else { return nil }
        guard day == nil else { return first...first }
        return first...first.adding(days: LocalDate.lengthOfMonth(month, year: year) - 1)
    }
}

extension TimeWords {
    /// The names of months, and how they are cut short.
    private static let months: [String: Int] = {
        var months = ["sept": 9]
        for (number, name) in zip(1..., LocalDate.monthNames) {
            months[name.lowercased()] = number
            months[name.lowercased().prefix(3).description] = number
        }
        return months
    }()

    /// The piece at which a date begins, if one is next.
    var dateAhead: TimeWord? {
        guard let word = next else { return nil }
        let isDate =
            switch word.kind {
            case .letters:
                Self.months[word.text] != nil || ["today", "tomorrow", "tonight", "next", "this"].contains(word.text)
            case .digits: isISO || isNumeric || month(behindDayAt: 0) != nil
            case .sign, .zone: false
            }
        return isDate ? word : nil
    }

    /// Reads a date.
    ///
    /// - Parameters:
    ///   - today: from which day `tomorrow` and a weekday are counted; nil where they are not read.
    ///   - looksBack: whether what has been is spoken of, so that this week began on its Monday.
    ///   - isRange: whether a day may stand without its month, which the other end of a range has.
    /// - Returns: the date; nil where what comes next is none.
    /// - Throws: `UnreadTime` for what is a date, and cannot be read or means two days.
    mutating func date(
        today: LocalDate?, looksBack: Bool = false, isRange: Bool = false
    ) throws(UnreadTime) -> WrittenDate? {
        guard let word = next, word.kind == .letters || word.kind == .digits else { return nil }
        var date = WrittenDate(word)
        if isISO {
            guard let year = Int(word.text), let month = ahead(2).flatMap({ Int($0.text) }),
                let day = ahead(4).flatMap({ Int($0.text) }), let exact = LocalDate(year: year, month: month, day: day)
            else { throw unread(word, "there is no such day; expected one such as 2027-01-05") }
            skip(5)
            date.fixed = exact...exact
            return date
        }
        if isNumeric || isRange && isNumericWithoutYear { throw unread(word, numericQuestion) }
        if let today {
            date.fixed = try relative(to: today, looksBack)
            if date.fixed == nil { date.fixed = try week(seenFrom: today, looksBack: looksBack) }
            if date.fixed != nil { return date }
        }
        if word.kind == .letters, let weekday = Weekday(written: word.text) {
            date.weekday = weekday
            skip()
            _ = take([".", ","])
            guard dateAhead != nil, let more = try self.date(today: nil) else { return date }
            date = more
            date.weekday = weekday
            return try checked(date, at: word)
        }
        if word.kind == .letters {
            guard let month = Self.months[word.text] else { return nil }
            date.month = month
            skip()
            _ = take(["."])
            if isDay(at: 0), let digits = next {
                date.day = Int(digits.text)
                skip()
                if next?.isOrdinalEnd == true { skip() }
            }
        } else {
            guard isDay(at: 0), isRange || month(behindDayAt: 0) != nil else { return nil }
            date.day = Int(word.text)
            skip()
            if next?.isOrdinalEnd == true || next?.text == "." { skip() }
            if let month = month(at: next?.text == "of" ? 1 : 0) {
                skip(next?.text == "of" ? 2 : 1)
                date.month = month
            }
        }
        if date.month != nil { readYear(of: &date) }
        return date
    }

    private mutating func readYear(of date: inout WrittenDate) {
        let comma = next?.text == "," ? 1 : 0
        guard let digits = ahead(comma), digits.kind == .digits, digits.text.count == 4 else { return }
        date.year = Int(digits.text)
        skip(comma + 1)
    }

    /// `2027-01-05`.
    private var isISO: Bool {
        next?.text.count == 4
            && (0..<5).allSatisfy { place in
                guard let word = ahead(place) else { return false }
                return place.isMultiple(of: 2) ? word.kind == .digits : word.text == "-" && word.isGlued
            }
    }

    /// `1/2`, `1/2/2027` and `5.1.2027`.
    private var isNumeric: Bool {
        guard let sign = ahead(1), sign.isGlued, ahead(2)?.kind == .digits, next?.kind == .digits else { return false }
        return sign.text == "/" || sign.text == "." && ahead(3)?.text == "." && ahead(4)?.kind == .digits
    }

    /// `1.2.` and `1.2`, where no hour can stand.
    private var isNumericWithoutYear: Bool {
        guard let sign = ahead(1), sign.text == ".", sign.isGlued, let second = ahead(2) else { return false }
        return next?.kind == .digits && second.kind == .digits && second.isGlued
    }

    /// Which of two numbers is the month depends on where somebody learned to write.
    private var numericQuestion: String {
        let numbers = [next, ahead(2)].compactMap { $0.flatMap { Int($0.text) } }
        func read(_ day: Int, _ month: Int) -> String? {
            guard LocalDate(year: 2000, month: month, day: day) != nil else { return nil }
            return "\(day) \(LocalDate.monthNames[month - 1].prefix(3))"
        }
        let readings = numbers.count == 2 ? [read(numbers[0], numbers[1]), read(numbers[1], numbers[0])] : []
        let known = readings.compactMap(\.self)
        return Set(known).count == 2
            ? "\(known[0]) or \(known[1])? write it like that, or as 2027-01-05"
            : "write the month by its name, as in \(known.first ?? "5 Jan")"
    }

    /// Whether a day of a month stands there, and no hour.
    private func isDay(at place: Int) -> Bool {
        guard let word = ahead(place), word.kind == .digits, word.text.count < 3, let day = Int(word.text),
            (1...31).contains(day)
        else { return false }
        guard let behind = ahead(place + 1), ![":", "h"].contains(behind.text),
            !["am", "pm", "a", "p"].contains(behind.text)
        else { return ahead(place + 1) == nil }
        return
            !(behind.text == "." && behind.isGlued && ahead(place + 2)?.kind == .digits
            && ahead(place + 2)?.isGlued == true)
    }

    private func month(at place: Int) -> Int? {
        guard let word = ahead(place), word.kind == .letters else { return nil }
        return Self.months[word.text]
    }

    /// The month behind a day: `11 Jan`, `11. Jan`, `11th of January`.
    private func month(behindDayAt place: Int) -> Int? {
        guard isDay(at: place) else { return nil }
        var behind = place + 1
        if ahead(behind)?.isOrdinalEnd == true || ahead(behind)?.text == "." { behind += 1 }
        if ahead(behind)?.text == "of" { behind += 1 }
        return month(at: behind)
    }

    /// Reads days that are counted from today.
    private mutating func relative(
        to today: LocalDate, _ looksBack: Bool
    ) throws(UnreadTime) -> ClosedRange<LocalDate>? {
        guard let word = next else { return nil }
        if take(["today"]) != nil { return today...today }
        if take(["yesterday"]) != nil { return today.adding(days: -1)...today.adding(days: -1) }
        if take(["tomorrow"]) != nil { return today.adding(days: 1)...today.adding(days: 1) }
        guard let weeks = ["last": -1, "this": 0, "next": 1][word.text], let unit = ahead(1) else { return nil }
        if unit.text == "week" {
            skip(2)
            let monday = today.mondayOfWeek.adding(days: 7 * weeks)
            // What is left of this one, where what is to come is spoken of.
            return max(monday, weeks == 0 && !looksBack ? today : monday)...monday.adding(days: 6)
        }
        guard weeks >= 0, let weekday = Weekday(written: unit.text) else { return nil }
        let coming = today.first(weekday)
        throw unread(word, "\(coming.words) or \(coming.adding(days: 7).words)? write the day like that")
    }

    /// That a weekday is that of the date beside it, where the date says its year.
    private func checked(_ date: WrittenDate, at word: TimeWord) throws(UnreadTime) -> WrittenDate {
        guard let weekday = date.weekday,
            let exact = date.fixed?.lowerBound ?? date.year.flatMap({ date.days(in: $0) })?.lowerBound,
            exact.weekday != weekday
        else { return date }
        throw unread(word, "\(exact.words) is a \(exact.weekday.name)")
    }
}

extension LocalDate {
    /// The first such weekday after this day.
    func first(_ weekday: Weekday) -> LocalDate {
        let ahead = (weekday.rawValue - self.weekday.rawValue + 7) % 7
        return adding(days: ahead == 0 ? 7 : ahead)
    }

    /// `15 Jan 2027`.
    var words: String { "\(day) \(shortMonthName) \(year)" }
}
