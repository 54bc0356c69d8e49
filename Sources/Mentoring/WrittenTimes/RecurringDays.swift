import CivilTime

/// On which days a slot recurs, as far as people say it in a few words.
struct RecurringDays: Hashable, Sendable {
    enum Unit: String, Hashable, Sendable {
        case day = "DAILY"
        case week = "WEEKLY"
        case month = "MONTHLY"
    }

    /// A weekday, or such a one of the month: 1 to 5, or -1 for the last.
    struct Day: Hashable, Sendable, Comparable {
        var ordinal: Int?
        var weekday: Weekday

        static func < (left: Day, right: Day) -> Bool {
            (left.ordinal ?? 0, left.weekday) < (right.ordinal ?? 0, right.weekday)
        }
    }

    /// Every how many can be said; a rule with more stays a rule.
    static let intervals = 1...52

    let unit: Unit
    /// Every how many of them.
    let interval: Int
    /// Ascending; none where it is every day.
    let days: [Day]

    /// Every how many days, weeks or months, on which of their days.
    init(every interval: Int = 1, _ unit: Unit, on days: Set<Day> = []) {
        // All seven days of each week are every day: one rule has one spelling.
        let isDaily = unit == .week && interval == 1 && days.count == Weekday.allCases.count
        self.unit = isDaily ? .day : unit
        self.interval = interval
        self.days = isDaily ? [] : days.sorted()
    }

    /// The rule of RFC 5545 in its canonical spelling.
    var rule: String {
        let codes = days.map { ($0.ordinal.map(String.init) ?? "") + $0.weekday.icalendarCode }
        return
            (["FREQ=\(unit.rawValue)"] + (interval == 1 ? [] : ["INTERVAL=\(interval)"])
            + (codes.isEmpty ? [] : ["BYDAY=" + codes.joined(separator: ",")])).joined(separator: ";")
    }

    /// Reads a rule in its canonical spelling; nil where it takes more than a few words to say.
    init?(rule: String) {
        var parts = rule.split(separator: ";").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        // Where weeks begin (WKST, RFC 5545 §3.3.10) says nothing of a rule that holds in every week.
        if !parts.contains(where: { $0.first == "INTERVAL" }) { parts.removeAll { $0.first == "WKST" } }
        guard parts.allSatisfy({ $0.count == 2 }) else { return nil }
        let values = Dictionary(parts.map { ($0[0], $0[1]) }) { first, _ in first }
        guard let unit = values["FREQ"].flatMap(Unit.init), let interval = Int(values["INTERVAL"] ?? "1"),
            Self.intervals.contains(interval), Set(values.keys).isSubset(of: ["FREQ", "INTERVAL", "BYDAY"])
        else { return nil }
        let days = (values["BYDAY"] ?? "").split(separator: ",").map { Day(code: String($0)) }
        let read = Self.init(every: interval, unit, on: Set(days.compactMap(\.self)))
        let isSaid =
            switch unit {
            case .day: interval == 1 && read.days.isEmpty
            case .week: !days.isEmpty && read.days.allSatisfy { $0.ordinal == nil }
            case .month: !days.isEmpty && read.days.allSatisfy { $0.ordinal.map { (-1...5).contains($0) } ?? false }
            }
        guard isSaid, !days.contains(nil), read.rule == parts.map({ $0.joined(separator: "=") }).joined(separator: ";")
        else { return nil }
        self = read
    }
}

extension RecurringDays.Day {
    /// Reads `TU`, `2TU` or `-1TU`.
    fileprivate init?(code: String) {
        guard let weekday = Weekday.allCases.first(where: { code.hasSuffix($0.icalendarCode) }) else { return nil }
        let number = code.dropLast(2)
        guard number.isEmpty || Int(number) != nil else { return nil }
        self.init(ordinal: Int(number), weekday: weekday)
    }
}
