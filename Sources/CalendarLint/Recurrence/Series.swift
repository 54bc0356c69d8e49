import CivilTime

/// An event, to-do or journal with what makes it recur.
struct Series {
    let item: CalendarComponent
    /// DTSTART; nil where it is missing or not of the form that it says.
    let start: EventTime?
    let rules: [(property: ContentLine, rule: RecurrenceRule)]

    /// The most rules of one series that are read; RFC 5545 §3.8.5.3 has one.
    static let mostRules = 50

    init(_ item: CalendarComponent) {
        self.item = item
        start = EventTime(item.first("DTSTART"))
        rules = item.all("RRULE").prefix(Self.mostRules).map { ($0, RecurrenceRule($0.value)) }
    }

    /// The times of its RDATEs on DTSTART's clock; nil where one cannot be known.
    func listed(_ start: EventTime, _ zones: inout ZoneClocks) -> Set<LocalDateTime>? {
        var listed: Set<LocalDateTime> = []
        for property in item.all("RDATE") {
            for text in property.timeTexts {
                guard let value = TimeValue(text),
                    let local = EventTime(property, value)?.local(on: start.clock, &zones)
                else { return nil }
                listed.insert(local)
            }
        }
        return listed
    }

    typealias Exception = (property: ContentLine, text: String, local: LocalDateTime)

    /// The times of its EXDATEs on DTSTART's clock, each with its property and as that has it; those of another type, or of which that cannot be
    /// known, are left out.
    func exceptions(_ start: EventTime, _ zones: inout ZoneClocks) -> [Exception] {
        var exceptions: [Exception] = []
        for property in item.all("EXDATE") {
            for text in property.timeTexts {
                guard let value = TimeValue(text), let time = EventTime(property, value),
                    let local = time.local(on: start.clock, &zones)
                else { continue }
                exceptions.append((property, String(text), local))
            }
        }
        return exceptions
    }

    /// Whether its rules give a time on DTSTART's clock; nil where that cannot be known.
    ///
    /// Those taken out by EXDATE count too, because some programs write both.
    func gives(_ local: LocalDateTime, _ start: EventTime, stepsLeft: inout Int) -> Bool? {
        for (_, rule) in rules {
            stepsLeft -= 10
            guard stepsLeft > 0, let dates = RecurrenceDates(rule, from: start.local),
                let isGiven = dates.contains(local, stepsLeft: &stepsLeft)
            else { return nil }
            if isGiven, !rule.isOver(at: local, on: start.clock) { return true }
        }
        return false
    }

    /// Whether it has no occurrence but those; false where that cannot be known.
    func gives(
        nothingBesides taken: Set<LocalDateTime>, _ start: EventTime, _ zones: inout ZoneClocks, stepsLeft: inout Int
    ) -> Bool {
        guard taken.contains(start.local), listed(start, &zones)?.isSubset(of: taken) ?? false else { return false }
        for (_, rule) in rules {
            stepsLeft -= 10
            guard stepsLeft > 0, let dates = RecurrenceDates(rule, from: start.local),
                dates.first(
                    besides: taken, until: { rule.isOver(at: $0, on: start.clock) }, stepsLeft: &stepsLeft) == .none
            else { return false }
        }
        return true
    }

    /// A wall-clock time of each week of the year after the start, of a series that may then have one.
    var laterTimes: [LocalDateTime] {
        guard let start, let rule = rules.first?.rule, rule.count == nil,
            [.daily, .weekly].contains(rule.frequency), rule.interval == 1
        else { return [] }
        let until = rule.until.flatMap { TimeValue($0) }?.day
        return (1...52).map { start.local.adding(seconds: $0 * 7 * 86400) }
            .filter { later in until.map { later.date <= $0 } ?? true }
    }
}

extension EventTime {
    init(clock: EventClock, local: LocalDateTime) {
        self.clock = clock
        self.local = local
    }

    /// Whether it is after an UNTIL, for certain: of different clocks a day is left between.
    func isAfter(_ until: TimeValue) -> Bool {
        switch (until, clock) {
        case (.date(let last), _): local.date > last
        case (.utc(let last), .utc): local > LocalDateTime.utc(last)
        case (.utc(let last), _): local.date > LocalDateTime.utc(last).date.adding(days: 1)
        case (.local(let last), _): local > last
        }
    }
}

extension TimeValue {
    /// The day on its clock.
    var day: LocalDate {
        switch self {
        case .date(let date): date
        case .local(let local): local.date
        case .utc(let instant): LocalDateTime.utc(instant).date
        }
    }
}

extension RecurrenceRule {
    /// Whether a time on DTSTART's clock is after its UNTIL.
    func isOver(at local: LocalDateTime, on clock: EventClock) -> Bool {
        until.flatMap { TimeValue($0) }.map { EventTime(clock: clock, local: local).isAfter($0) } ?? false
    }

    /// Whether BYSETPOS chooses among other things than the weekdays of a month.
    var choosesByUnusualPosition: Bool {
        guard self["BYSETPOS"] != nil else { return false }
        return switch frequency {
        case .monthly: self["BYMONTHDAY"] != nil
        case .yearly: self["BYMONTH"]?.count != 1
        default: true
        }
    }

    /// Where a reader who does not follow WKST may begin the week.
    var otherWeekStart: Weekday { weekStart == .monday ? .sunday : .monday }

    /// Whether a rule of every second week, or of fewer, has other dates when weeks begin elsewhere.
    func dependsOnWeekStart(from start: LocalDate) -> Bool {
        guard frequency == .weekly, interval > 1, !isScaled else { return false }
        return days.contains {
            weeks(from: start, to: $0.weekday, weekStart) != weeks(from: start, to: $0.weekday, otherWeekStart)
        }
    }

    /// The first week that has a weekday: 0 for one before the next week begins, else 1.
    private func weeks(from start: LocalDate, to weekday: Weekday, _ first: Weekday) -> Int {
        let place = (start.weekday.rawValue - first.rawValue + 7) % 7
        return (weekday.rawValue - first.rawValue + 7) % 7 >= place ? 0 : 1
    }

    /// A day from 29 to 31 that a month among the rule's first twelve lacks; nil where there is none.
    func dayThatMonthsLack(from start: LocalDate) -> Int? {
        guard days.isEmpty, self["BYSETPOS"] == nil, self["BYYEARDAY"] == nil, self["BYWEEKNO"] == nil, !isScaled,
            frequency == .monthly || frequency == .yearly, interval < 10_000
        else { return nil }
        let late = (self["BYMONTHDAY"] ?? [start.day]).filter { $0 > 28 }
        guard let day = late.max() else { return nil }
        let last = until.flatMap { TimeValue($0) }?.day
        for step in 0..<min(12, count ?? 12) {
            let distance = step * interval * (frequency == .yearly ? 12 : 1)
            let months: [Int]
            if frequency == .yearly {
                let named = self["BYMONTH"] ?? (self["BYMONTHDAY"] == nil ? [start.month] : [])
                months = named.map { start.year * 12 + $0 - 1 + distance }
            } else {
                let month = start.year * 12 + start.month - 1 + distance
                months = self["BYMONTH"].map { $0.contains(month % 12 + 1) } ?? true ? [month] : []
            }
            for month in months where LocalDate(year: month / 12, month: month % 12 + 1, day: day) == nil {
                guard let first = LocalDate(year: month / 12, month: month % 12 + 1, day: 1), first > start,
                    last.map({ first <= $0 }) ?? true
                else { continue }
                return day
            }
        }
        return nil
    }
}
