import CivilTime

// Both forms can be typed, and are read as the days that they name.

extension RecurringDays {
    /// For a table: `Tue and Thu`, `every other Thu`, `2nd Tue`, `Mon-Fri`.
    var inShort: String {
        switch unit {
        case .day: "every day"
        case .week: cadence(of: weekdays(\.shortName, to: "-"))
        case .month: ordinals(\.shortName) + (interval == 1 ? "" : " of \(months)")
        }
    }

    /// For a sentence: `every Tuesday and Thursday`, `Monday to Friday`, `the 2nd Tuesday of every month`.
    var inWords: String {
        switch unit {
        case .day: return "every day"
        case .week:
            let names = weekdays(\.name, to: " to ")
            return interval == 1 && !isRun ? "every \(names)" : cadence(of: names)
        case .month: return "the \(ordinals(\.name)) of \(months)"
        }
    }

    private func cadence(of days: String) -> String {
        switch interval {
        case 1: days
        case 2: "every other \(days)"
        default: "every \(interval) weeks on \(days)"
        }
    }

    private var months: String {
        switch interval {
        case 1: "every month"
        case 2: "every other month"
        default: "every \(interval) months"
        }
    }

    /// Whether there are three or more days one after the other.
    private var isRun: Bool {
        guard days.count > 2, let first = days.first, let last = days.last else { return false }
        return last.weekday.rawValue - first.weekday.rawValue == days.count - 1
    }

    private func weekdays(_ name: (Weekday) -> String, to: String) -> String {
        let names = days.map { name($0.weekday) }
        return isRun ? names[0] + to + names[names.count - 1] : names.inWords(joinedBy: "and")
    }

    /// `1st and 3rd Tue`, or `1st Tue and 3rd Thu`.
    private func ordinals(_ name: (Weekday) -> String) -> String {
        // Nobody says the last before the first.
        let sorted = days.filter { $0.ordinal != -1 } + days.filter { $0.ordinal == -1 }
        guard let only = days.first?.weekday, days.allSatisfy({ $0.weekday == only }) else {
            return sorted.map { "\($0.ordinalName) \(name($0.weekday))" }.inWords(joinedBy: "and")
        }
        return "\(sorted.map(\.ordinalName).inWords(joinedBy: "and")) \(name(only))"
    }
}

extension RecurringDays.Day {
    fileprivate var ordinalName: String {
        switch ordinal {
        case 1: "1st"
        case 2: "2nd"
        case 3: "3rd"
        case -1: "last"
        case let number?: "\(number)th"
        case nil: "every"
        }
    }
}
