import CivilTime

/// The day that a line names, as far as it does.
enum NamedDay: Equatable {
    /// Which comes first where a day is written in figures and without dots.
    enum Order { case month, day }

    case none
    case date(LocalDate)
    /// `1/13/2027`: only one order makes a date of it, which is then the log's.
    case ordered(LocalDate, Order)
    /// `1/12/2027`: the month or the day comes first.
    case either(month: LocalDate, day: LocalDate)
    /// `Jan 12`.
    case yearless(month: Int, day: Int)
    /// As seen from whenever it was copied.
    case today
    case yesterday

    /// Whether it is written as a date.
    var isDate: Bool { self != .none && self != .today && self != .yesterday }
}

/// Which day a log means where its lines do not say it in full: by its other lines, and by the hours of interest.
struct DayReading {
    let hours: LogHours?
    /// What the log was seen or taken to have.
    private var order: NamedDay.Order?
    /// Whether a day was seen that has it.
    private var isCertain = false
    /// Today or yesterday, where the log says either.
    private var relative: NamedDay?

    init(hours: LogHours?) { self.hours = hours }

    /// The day that is meant; nil where that is not known.
    /// - Throws: `Unclear` for a day that is read in another order than one before.
    mutating func date(_ day: NamedDay) throws(Unclear) -> LocalDate? {
        switch day {
        case .none: return nil
        case .today, .yesterday:
            guard relative ?? day == day else { throw Unclear(why: "this log has lines of both today and yesterday") }
            relative = day
            return nil
        case .date(let date): return date
        case .ordered(let date, let order):
            guard self.order ?? order == order else { throw Unclear.orders }
            self.order = order
            isCertain = true
            return date
        case .either(let monthFirst, let dayFirst):
            if let hours {
                let isNear = (month: hours.isNear(monthFirst), day: hours.isNear(dayFirst))
                if isNear.month != isNear.day {
                    let wanted: NamedDay.Order = isNear.month ? .month : .day
                    // Taken to be so, until a day is seen that can be read in one order only.
                    guard isCertain || order ?? wanted == wanted else { throw Unclear.orders }
                    order = order ?? wanted
                }
            }
            return order == .day ? dayFirst : monthFirst
        case .yearless(let month, let day):
            guard let hours else { return nil }
            let dates = hours.years.compactMap { LocalDate(year: $0, month: month, day: day) }
            return dates.first(where: hours.isNear) ?? dates.first
        }
    }

    /// A log of whose lines nobody can tell from which day they are.
    struct Unclear: Error {
        let why: String

        static let orders = Unclear(
            why: "some days of this log have the month first and others the day, as far as one can tell")
    }
}

extension LineScanner {
    /// A day as programs write it, in figures or with an English month; nothing is read when there is none.
    mutating func day() -> NamedDay? {
        guard let next else { return nil }
        if next.isDigit {
            return attempt { $0.isoDate() } ?? attempt { $0.figures() }
                ?? attempt { line in
                    guard let day = line.number() else { return nil }
                    _ = line.consume("-") || line.consume(". ") || line.consume(" ")
                    return line.month().flatMap { line.dayAndYear(month: $0, day: day) }
                }
        }
        guard next.isLetter || next >= 0xC3 else { return nil }
        return attempt { line in
            if line.weekday() {
                _ = line.consume(",") || line.consume(".")
                line.skipBlanks()
                return line.next?.isDigit == true || line.next?.isLetter == true ? line.dayAfterWeekday() : nil
            }
            return line.dayAfterWeekday()
        }
    }

    private mutating func dayAfterWeekday() -> NamedDay? {
        if next?.isDigit == true { return day() }
        guard let month = month() else { return nil }
        _ = consume(".")
        skipBlanks()
        guard let day = number() else { return nil }
        return dayAndYear(month: month, day: day)
    }

    /// `2027-01-12`, `2027/01/12`, `2027.01.12`, `20270112`.
    private mutating func isoDate() -> NamedDay? {
        guard let year = digits(4) else { return nil }
        let isParted = consume("-") || consume("/") || consume(".")
        guard let month = isParted ? number() : digits(2) else { return nil }
        guard !isParted || consume("-") || consume("/") || consume("."), let day = isParted ? number() : digits(2),
            !(next?.isDigit ?? false)
        else { return nil }
        return LocalDate(year: year, month: month, day: day).map(NamedDay.date)
    }

    /// `12.01.2027`, `1/12/27`: with dots the day comes first, else nobody knows.
    private mutating func figures() -> NamedDay? {
        guard let first = number() else { return nil }
        let isDotted = consume(".")
        guard isDotted || consume("/") || consume("-"), let second = number(),
            isDotted ? consume(".") : consume("/") || consume("-"), let year = year()
        else { return nil }
        let dayFirst = LocalDate(year: year, month: second, day: first)
        if isDotted || first == second { return dayFirst.map(NamedDay.date) }
        switch (LocalDate(year: year, month: first, day: second), dayFirst) {
        case (let month?, let day?): return .either(month: month, day: day)
        case (let month?, nil): return .ordered(month, .month)
        case (nil, let day?): return .ordered(day, .day)
        case (nil, nil): return nil
        }
    }

    /// What may follow a day and a month: `th`, a comma, the year.
    ///
    /// Where a time follows at once there is no year.
    private mutating func dayAndYear(month: Int, day: Int) -> NamedDay? {
        guard LocalDate(year: 2024, month: month, day: day) != nil else { return nil }
        _ = consume("st") || consume("nd") || consume("rd") || consume("th")
        let year = attempt { line in
            _ = line.consume(",") || line.consume(".") || line.consume("-")
            line.skipBlanks()
            return line.year().flatMap { line.next == UInt8(ascii: ":") ? nil : $0 }
        }
        guard let year else { return .yearless(month: month, day: day) }
        return LocalDate(year: year, month: month, day: day).map(NamedDay.date)
    }

    private mutating func year() -> Int? {
        if let year = digits(4) { return year }
        return attempt { line in
            guard let year = line.digits(2), !(line.next?.isDigit ?? false) else { return nil }
            return 2000 + year
        }
    }

    private mutating func month() -> Int? {
        // The words of other languages first: `juin` is no short `july`, nor `mars` a long `mar`.
        monthInOtherWords() ?? word(of: Self.months).map { $0 + 1 }
    }

    private mutating func weekday() -> Bool { word(of: Self.weekdays) != nil }

    private static let months = LocalDate.monthNames.map { Array($0.lowercased().utf8) }
    private static let weekdays = Weekday.allCases.map { Array($0.name.lowercased().utf8) }
}

extension LineScanner {
    /// The day that a line is about which says nothing else: irssi's `--- Day changed Wed Jan 13 2027`, HexChat's
    /// `**** BEGIN LOGGING AT Tue Jan 12 16:57:58 2027`, mIRC's `Session Start: …`, and days between lines alone:
    /// `Tuesday, January 12th, 2027`, `———— 2027-01-12 ————`.
    mutating func dayLine() -> NamedDay? {
        guard count <= 100, hasDigit else { return nil }
        return attempt { line in
            while line.skipOrnament() {}
            let isOpening = Self.openings.contains { line.consume($0) }
            // Pidgin's `Conversation with #nova at Tue 12 Jan 2027 …` goes on.
            let isConversation = !isOpening && line.consume("Conversation with ") && line.skipPast("at ")
            line.skipBlanks()
            guard let day = line.day() else { return nil }
            var wholeDay = day
            _ = line.attempt { line in
                line.skipBlanks()
                _ = line.consume(", ") || line.consume("at ")
                guard line.number() != nil, line.consume(":"), line.digits(2) != nil else { return nil as Bool? }
                if line.consume(":") { _ = line.digits(2) }
                line.skipBlanks()
                if case .yearless(let month, let number) = day, let year = line.digits(4) {
                    wholeDay = LocalDate(year: year, month: month, day: number).map(NamedDay.date) ?? day
                }
                return true
            }
            while line.skipOrnament() {}
            return line.isAtEnd || isConversation ? wholeDay : nil
        }
    }

    private mutating func skipPast(_ word: StaticString) -> Bool {
        attempt { line in
            while !line.isAtEnd {
                if line.consume(word) { return true }
                line.skip(1)
            }
            return nil
        } ?? false
    }

    /// Whether the line only parts others, or is what a program writes before a conversation.
    var isPreamble: Bool {
        var rest = self
        while rest.skipOrnament() {}
        return rest.isAtEnd || Self.preambles.contains { rest.consume($0) }
    }

    private static let preambles: [StaticString] = [
        "Session Ident:", "Guild: ", "Channel: ", "Topic: ", "After: ", "Before: ", "Exported ",
        // zulip-archive's, and sigtop's.
        "layout: ", "title: ", "permalink: ", "Stream: [", "{% ", "Conversation: ",
    ]

    private mutating func skipOrnament() -> Bool {
        consume("-") || consume(" ") || consume("*") || consume("=") || consume("\u{2014}") || consume("\u{2013}")
            || consume("\u{2500}") || consume("_") || consume("#") || consume("[") || consume("]") || consume("\t")
    }

    private static let openings: [StaticString] = [
        "Log opened", "Log closed", "Day changed to", "Day changed", "BEGIN LOGGING AT", "ENDING LOGGING AT",
        "Session Start:", "Session Time:", "Session Close:", "Date changed to", "Date:",
    ]
}
