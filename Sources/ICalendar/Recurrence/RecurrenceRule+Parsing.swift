import CivilTime
import Mentoring

extension RecurrenceRule {
    /// Reads an RRULE value; letters may be small.
    ///
    /// - Throws: `BadInput` saying what was expected, for a rule that RFC 5545 §3.3.10 forbids, for one of a frequency
    ///   shorter than a day, and for one with UNTIL or COUNT.
    init(_ text: String) throws(BadInput) {
        let values = try Self.parts(of: text)
        guard let name = values["FREQ"] else { throw Self.bad(text, "expected FREQ=WEEKLY or the like in it") }
        guard let frequency = Frequency(rawValue: name) else {
            throw Self.bad(text, "FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY")
        }
        if values["UNTIL"] != nil || values["COUNT"] != nil {
            throw Self.bad(text, "leave out UNTIL and COUNT; say on which day it ends beside the rule")
        }
        func numbers(_ part: String, _ range: ClosedRange<Int>, orNegative: Bool = false) throws(BadInput) -> [Int] {
            try Self.list(values[part]) { item in
                Int(decimal: item).flatMap { range.contains($0) || orNegative && range.contains(-$0) ? $0 : nil }
            } orFail: {
                let expected = "\(range.lowerBound) to \(range.upperBound)"
                return Self.bad(
                    text, "\(part) takes numbers from \(expected)\(orNegative ? ", or their negatives" : "")")
            }
        }
        self.init(frequency: frequency)
        interval = try numbers("INTERVAL", 1...9999).last ?? 1
        byMonth = try numbers("BYMONTH", 1...12)
        byWeekNumber = try numbers("BYWEEKNO", 1...53, orNegative: true)
        byYearDay = try numbers("BYYEARDAY", 1...366, orNegative: true)
        byMonthDay = try numbers("BYMONTHDAY", 1...31, orNegative: true)
        byHour = try numbers("BYHOUR", 0...23)
        byMinute = try numbers("BYMINUTE", 0...59)
        bySecond = try numbers("BYSECOND", 0...59)
        bySetPosition = try numbers("BYSETPOS", 1...366, orNegative: true)
        byDay = try Self.list(values["BYDAY"], WeekdayOrdinal.init) {
            Self.bad(text, "BYDAY takes weekdays such as TU or -1FR")
        }
        if let day = values["WKST"] {
            guard let weekday = Weekday(icalendarCode: day) else {
                throw Self.bad(text, "WKST takes a weekday: MO, TU, WE, TH, FR, SA or SU")
            }
            weekStart = weekday
        }
        try refuseCombinations(in: text, intervals: values["INTERVAL"])
    }

    private static let names: Set<String> = [
        "FREQ", "UNTIL", "COUNT", "INTERVAL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYHOUR",
        "BYMINUTE", "BYSECOND", "BYSETPOS", "WKST",
    ]

    private static func parts(of text: String) throws(BadInput) -> [String: String] {
        // The longest honest rule names every day of the year.
        guard text.utf8.count <= 4096 else { throw bad(text, "it has more than 4096 bytes") }
        var values: [String: String] = [:]
        for part in text.uppercased().split(separator: ";", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, names.contains(sides[0]), !sides[1].isEmpty else {
                let known = names.sorted().joined(separator: ", ")
                throw bad(text, "expected NAME=VALUE pairs between semicolons, with names of \(known)")
            }
            guard values.updateValue(sides[1], forKey: sides[0]) == nil else {
                throw bad(text, "\(sides[0]) is there twice")
            }
        }
        return values
    }

    /// The items between commas, ascending and each once; none when the part is missing.
    private static func list<Item: Comparable & Hashable>(
        _ value: String?, _ read: (String) -> Item?, orFail failure: () -> BadInput
    ) throws(BadInput) -> [Item] {
        guard let value else { return [] }
        var items: Set<Item> = []
        for text in value.split(separator: ",", omittingEmptySubsequences: false) {
            guard let item = read(String(text)) else { throw failure() }
            items.insert(item)
        }
        return items.sorted()
    }

    /// What RFC 5545 §3.3.10 rules out beyond the single parts.
    private func refuseCombinations(in text: String, intervals: String?) throws(BadInput) {
        if intervals?.contains(",") == true { throw Self.bad(text, "INTERVAL takes one number") }
        if frequency != .yearly, !byWeekNumber.isEmpty || !byYearDay.isEmpty {
            throw Self.bad(text, "BYWEEKNO and BYYEARDAY need FREQ=YEARLY")
        }
        if frequency == .weekly, !byMonthDay.isEmpty { throw Self.bad(text, "BYMONTHDAY does not go with FREQ=WEEKLY") }
        if byDay.contains(where: { $0.ordinal != nil }) {
            guard frequency == .monthly || frequency == .yearly && byWeekNumber.isEmpty else {
                throw Self.bad(text, "numbers in BYDAY need FREQ=MONTHLY, or FREQ=YEARLY without BYWEEKNO")
            }
        }
        let isSelective = [byMonth, byWeekNumber, byYearDay, byMonthDay, byHour, byMinute, bySecond].contains {
            !$0.isEmpty
        }
        if !bySetPosition.isEmpty, !isSelective, byDay.isEmpty {
            throw Self.bad(text, "BYSETPOS needs another BY part to choose from")
        }
    }

    private static func bad(_ text: String, _ expectation: String) -> BadInput {
        BadInput("the recurrence rule “\(shown(text))” cannot be used: \(expectation)")
    }

    /// The rule as messages quote it.
    static func shown(_ text: String) -> String {
        text.unicodeScalars.count > 80
            ? OneLine.shown(String(text.unicodeScalars.prefix(80))) + "…" : OneLine.shown(text)
    }
}

extension RecurrenceRule.WeekdayOrdinal {
    /// Reads `TU`, `2TU` or `-1TU`.
    fileprivate init?(_ text: String) {
        guard let weekday = Weekday(icalendarCode: String(text.suffix(2))) else { return nil }
        let number = text.dropLast(2)
        self.init(ordinal: nil, weekday: weekday)
        guard !number.isEmpty else { return }
        guard let ordinal = Int(decimal: String(number)), (1...53).contains(abs(ordinal)) else { return nil }
        self.ordinal = ordinal
    }
}

extension Weekday {
    fileprivate init?(icalendarCode code: String) {
        guard let day = Self.allCases.first(where: { $0.icalendarCode == code }) else { return nil }
        self = day
    }
}

extension Int {
    /// Reads an optional sign and up to four digits.
    fileprivate init?(decimal text: String) {
        let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        self.init(text)
    }
}
