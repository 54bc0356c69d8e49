import CivilTime

extension RecurrenceRule {
    /// The number of the day, week, month or year in which a day lies; INTERVAL counts these, and neighbours differ by 1.
    func period(of day: LocalDate) -> Int {
        switch frequency {
        case .daily: day.epochDay
        case .weekly: (day.epochDay - Self.firstDay(of: weekStart)).flooredQuotient(by: 7)
        case .monthly: day.year * 12 + day.month - 1
        case .yearly: day.year
        }
    }

    /// The first and the last day of a period, cut off at the years 0001 and 9999.
    func days(ofPeriod period: Int) -> (first: LocalDate, last: LocalDate) {
        switch frequency {
        case .daily:
            let day = LocalDate(epochDay: period)
            return (day, day)
        case .weekly:
            let first = LocalDate(epochDay: Self.firstDay(of: weekStart) + period * 7)
            return (first, first.adding(days: 6))
        case .monthly:
            return (
                Self.firstDay(year: period / 12, month: period % 12 + 1),
                Self.lastDay(year: period / 12, month: period % 12 + 1)
            )
        case .yearly:
            return (Self.firstDay(year: period, month: 1), Self.lastDay(year: period, month: 12))
        }
    }

    /// Whether the rule, all of whose parts are given or taken from its anchor, allows the day.
    func allows(_ day: LocalDate) -> Bool {
        let (year, month, number) = (day.year, day.month, day.day)
        func allows(_ values: [Int], _ position: Int, of count: Int) -> Bool {
            values.isEmpty || values.contains(position) || values.contains(position - count - 1)
        }
        guard byMonth.isEmpty || byMonth.contains(month) else { return false }
        let newYear = Self.firstDay(year: year, month: 1)
        let yearDay = newYear.days(until: day) + 1
        let lastOfMonth = Self.lastDay(year: year, month: month).day
        let lastOfYear = newYear.days(until: Self.lastDay(year: year, month: 12)) + 1
        guard allows(byMonthDay, number, of: lastOfMonth), allows(byYearDay, yearDay, of: lastOfYear) else {
            return false
        }
        if !byWeekNumber.isEmpty {
            let (week, weeks) = weekNumber(of: day)
            guard allows(byWeekNumber, week, of: weeks) else { return false }
        }
        guard !byDay.isEmpty else { return true }
        let isWithinMonth = frequency == .monthly || !byMonth.isEmpty
        let (position, count) = isWithinMonth ? (number, lastOfMonth) : (yearDay, lastOfYear)
        return byDay.contains { choice in
            guard choice.weekday == day.weekday else { return false }
            guard let ordinal = choice.ordinal else { return true }
            return ordinal == (position - 1) / 7 + 1 || ordinal == -((count - position) / 7 + 1)
        }
    }

    /// The rule with what it leaves open taken from its anchor (RFC 5545 §3.3.10, "information … from the DTSTART").
    func completed(from anchor: LocalDateTime) -> RecurrenceRule {
        var rule = self
        let namesDays = !byDay.isEmpty || !byMonthDay.isEmpty || !byYearDay.isEmpty
        switch frequency {
        case .daily: break
        case .weekly where byDay.isEmpty, .yearly where !byWeekNumber.isEmpty && !namesDays:
            rule.byDay = [WeekdayOrdinal(ordinal: nil, weekday: anchor.date.weekday)]
        case .monthly where !namesDays:
            rule.byMonthDay = [anchor.date.day]
        case .yearly where !namesDays:
            rule.byMonthDay = [anchor.date.day]
            if byMonth.isEmpty { rule.byMonth = [anchor.date.month] }
        case .weekly, .monthly, .yearly: break
        }
        if byHour.isEmpty { rule.byHour = [anchor.time.hour] }
        if byMinute.isEmpty { rule.byMinute = [anchor.time.minute] }
        if bySecond.isEmpty { rule.bySecond = [anchor.time.second] }
        return rule
    }

    /// The number of the week in which a day lies, and of the last week of the same year.
    ///
    /// Week 1 is the first to have four days in the year.
    private func weekNumber(of day: LocalDate) -> (week: Int, weeks: Int) {
        let first = day.adding(days: -((day.weekday.rawValue - weekStart.rawValue + 7) % 7))
        // The year to which a week belongs is that of its fourth day.
        let year = first.adding(days: 3).year
        let firstWeek = firstWeek(of: year)
        return (firstWeek.days(until: first) / 7 + 1, firstWeek.days(until: self.firstWeek(of: year + 1)) / 7)
    }

    private func firstWeek(of year: Int) -> LocalDate {
        let fourth = Self.firstDay(year: year, month: 1).adding(days: 3)
        return fourth.adding(days: -((fourth.weekday.rawValue - weekStart.rawValue + 7) % 7))
    }

    private static func firstDay(of weekStart: Weekday) -> Int {
        // 1970-01-05 was a Monday.
        4 + weekStart.rawValue - Weekday.monday.rawValue
    }

    private static func firstDay(year: Int, month: Int) -> LocalDate {
        LocalDate(year: year, month: month, day: 1) ?? LocalDate(epochDay: year < 1 ? .min : .max)
    }

    private static func lastDay(year: Int, month: Int) -> LocalDate {
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        return LocalDate(year: next.0, month: next.1, day: 1)?.adding(days: -1) ?? LocalDate(epochDay: .max)
    }
}

extension Int {
    /// The quotient rounded down, also for negative numbers.
    func flooredQuotient(by divisor: Int) -> Int {
        (self - (self % divisor + divisor) % divisor) / divisor
    }
}
