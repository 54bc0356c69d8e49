import CivilTime

/// The dates and times that a rule gives from a start on (RFC 5545 §3.3.10), one period at a time: a day, week, month
/// or year, as FREQ has it.
///
/// It is for rules without faults. Of rules within a day, in another calendar or with BYWEEKNO nothing is said.
struct RecurrenceDates {
    private let rule: RecurrenceRule
    private let frequency: RecurrenceRule.Frequency
    private let start: LocalDateTime
    private let times: [LocalTime]
    /// What it takes to look at a day.
    private let stepsOfDay: Int

    /// The most times a day that are reckoned with.
    private static let mostTimes = 96

    init?(_ rule: RecurrenceRule, from start: LocalDateTime) {
        guard let frequency = rule.frequency, rule.faults.isEmpty, !rule.isScaled, !frequency.isWithinDay,
            rule["BYWEEKNO"] == nil
        else { return nil }
        self.rule = rule
        self.frequency = frequency
        self.start = start
        let hours = rule["BYHOUR"] ?? [start.time.hour]
        let minutes = rule["BYMINUTE"] ?? [start.time.minute]
        let seconds = rule["BYSECOND"] ?? [start.time.second]
        guard hours.count * minutes.count * seconds.count <= Self.mostTimes else { return nil }
        times = Set(
            hours.flatMap { hour in
                minutes.flatMap { minute in
                    seconds.compactMap { LocalTime(hour: hour, minute: minute, second: $0) }
                }
            }
        ).sorted()
        stepsOfDay = rule.numbers.values.reduce(1 + rule.days.count + times.count) { $0 + $1.count }
    }

    /// The first that is not before the start and none of those, if there is one until the year 9999 or the rule's end.
    ///
    /// What a rule gives comes again after 400 years of the calendar at the latest, or 400 periods of it. `isOver` tells whether
    /// it has ended by then, but for COUNT.
    func first(
        besides others: Set<LocalDateTime> = [], until isOver: (LocalDateTime) -> Bool = { _ in false },
        stepsLeft: inout Int
    ) -> First {
        let most: Int =
            switch frequency {
            case .yearly: 400
            case .monthly: 4_800
            case .weekly: 20_871
            default: 146_097
            }
        var passed = 0
        for step in 0...most {
            let (period, overflow) = step.multipliedReportingOverflow(by: rule.interval)
            guard !overflow, let days = days(inPeriod: period) else { return .none }
            stepsLeft -= days.count * stepsOfDay
            guard stepsLeft > 0 else { return .unknown }
            for one in chosen(among: days) where one >= start {
                guard others.contains(one) else { return isOver(one) ? .none : .some(one) }
                passed += 1
                if passed == rule.count { return .none }
            }
        }
        return .none
    }

    /// What is known of the first.
    enum First: Hashable {
        case some(LocalDateTime)
        case none
        case unknown
    }

    /// Whether a time is one of them; nil when the steps run out before that is known.
    func contains(_ time: LocalDateTime, stepsLeft: inout Int) -> Bool? {
        guard time >= start, let period = period(of: time.date), period % rule.interval == 0,
            let days = days(inPeriod: period)
        else { return false }
        stepsLeft -= days.count * stepsOfDay
        guard stepsLeft > 0 else { return nil }
        guard chosen(among: days).contains(time) else { return false }
        guard let count = rule.count else { return true }
        return isAmong(first: count, time, in: period, stepsLeft: &stepsLeft)
    }

    private func isAmong(first count: Int, _ time: LocalDateTime, in last: Int, stepsLeft: inout Int) -> Bool? {
        var left = count
        for period in stride(from: 0, through: last, by: rule.interval) {
            guard let days = days(inPeriod: period) else { return nil }
            stepsLeft -= days.count * stepsOfDay
            guard stepsLeft > 0 else { return nil }
            for one in chosen(among: days) where one >= start {
                left -= 1
                if one == time { return left >= 0 }
                if left <= 0 { return false }
            }
        }
        return false
    }

    // MARK: Periods

    private func period(of date: LocalDate) -> Int? {
        let (year, month, _) = date.yearMonthDay
        let first = start.date.yearMonthDay
        return switch frequency {
        case .yearly: year - first.year
        case .monthly: (year - first.year) * 12 + month - first.month
        case .weekly: weekStart(of: start.date).days(until: weekStart(of: date)) / 7
        default: start.date.days(until: date)
        }
    }

    private func weekStart(of date: LocalDate) -> LocalDate {
        date.adding(days: -((date.weekday.rawValue - rule.weekStart.rawValue + 7) % 7))
    }

    /// The days of a period; nil beyond the year 9999.
    private func days(inPeriod period: Int) -> ClosedRange<LocalDate>? {
        let (year, month, _) = start.date.yearMonthDay
        switch frequency {
        case .yearly:
            guard period < 10_000, let first = LocalDate(year: year + period, month: 1, day: 1),
                let last = LocalDate(year: year + period, month: 12, day: 31)
            else { return nil }
            return first...last
        case .monthly:
            guard period < 120_000 else { return nil }
            let months = year * 12 + month - 1 + period
            guard let first = LocalDate(year: months / 12, month: months % 12 + 1, day: 1) else { return nil }
            return first...first.adding(days: first.lengthOfMonth - 1)
        case .weekly:
            guard period < 530_000 else { return nil }
            let first = weekStart(of: start.date).adding(days: period * 7)
            return first.year < 9999 ? first...first.adding(days: 6) : nil
        default:
            guard period < 3_660_000 else { return nil }
            let day = start.date.adding(days: period)
            return day.year < 9999 ? day...day : nil
        }
    }

    // MARK: Choice

    private func chosen(among days: ClosedRange<LocalDate>) -> [LocalDateTime] {
        let found = days.all.filter(gives).flatMap { date in times.map { LocalDateTime(date: date, time: $0) } }
        guard let positions = rule["BYSETPOS"] else { return found }
        let indices = Set(positions.map { $0 > 0 ? $0 - 1 : found.count + $0 })
        return found.indices.filter(indices.contains).map { found[$0] }
    }

    /// Whether the parts, or the start in their place, give a day of a period.
    private func gives(_ date: LocalDate) -> Bool {
        let (_, month, day) = date.yearMonthDay
        if let months = rule["BYMONTH"], !months.contains(month) { return false }
        if let days = rule["BYMONTHDAY"], !days.contains(day), !days.contains(day - date.lengthOfMonth - 1) {
            return false
        }
        if let days = rule["BYYEARDAY"] {
            let number = date.dayOfYear
            guard days.contains(number) || days.contains(number - date.lengthOfYear - 1) else { return false }
        }
        if !rule.days.isEmpty, !rule.days.contains(where: { isOn($0, date) }) { return false }
        let first = start.date.yearMonthDay
        let hasDay = rule["BYMONTHDAY"] != nil || rule["BYYEARDAY"] != nil || !rule.days.isEmpty
        return switch frequency {
        case .yearly: hasDay || day == first.day && (rule["BYMONTH"] != nil || month == first.month)
        case .monthly: hasDay || day == first.day
        case .weekly: hasDay || date.weekday == start.date.weekday
        default: true
        }
    }

    private func isOn(_ day: RecurrenceRule.Day, _ date: LocalDate) -> Bool {
        guard date.weekday == day.weekday else { return false }
        guard let ordinal = day.ordinal else { return true }
        let isInMonth = frequency == .monthly || rule["BYMONTH"] != nil
        let number = isInMonth ? date.day : date.dayOfYear
        let length = isInMonth ? date.lengthOfMonth : date.lengthOfYear
        return ordinal > 0 ? (number - 1) / 7 + 1 == ordinal : (length - number) / 7 + 1 == -ordinal
    }
}

extension LocalDate {
    fileprivate var lengthOfMonth: Int {
        let (year, month, _) = yearMonthDay
        let next =
            month == 12 ? LocalDate(year: year + 1, month: 1, day: 1) : LocalDate(year: year, month: month + 1, day: 1)
        return next.map { $0.epochDay - epochDay + day - 1 } ?? 31
    }

    fileprivate var dayOfYear: Int {
        LocalDate(year: year, month: 1, day: 1).map { $0.days(until: self) + 1 } ?? 1
    }

    fileprivate var lengthOfYear: Int {
        LocalDate(year: year, month: 12, day: 31)?.dayOfYear ?? 365
    }
}

extension ClosedRange<LocalDate> {
    fileprivate var count: Int { lowerBound.days(until: upperBound) + 1 }

    fileprivate var all: [LocalDate] { (lowerBound.epochDay...upperBound.epochDay).map { LocalDate(epochDay: $0) } }
}
