import CivilTime

/// Rule 29, and rule 32 of what recurs: recurrence rules, exceptions and occurrences (RFC 5545 §3.3.10, §3.8.4.4, §3.8.5).
struct SeriesRules {
    /// The most looks at a day and its parts in search of a rule's dates, for one file; real ones need a few thousand.
    private static let mostSteps = 1_500_000

    private var zones: ZoneClocks
    private var stepsLeft = Self.mostSteps
    private var hasToldOfLimit = false

    init(zones: KnownZones) { self.zones = ZoneClocks(zones) }

    mutating func judge(_ calendar: CalendarComponent, _ method: CalendarMethod, _ findings: inout Findings) {
        var masters: [String: Series] = [:]
        let changed = Set(calendar.children.filter { $0.first("RECURRENCE-ID") != nil }.map { $0.first("UID")?.value })
        for item in calendar.children where ["VEVENT", "VTODO", "VJOURNAL"].contains(item.kind) {
            guard !findings.isFull else { return }
            let series = Series(item)
            judgeRules(of: series, &findings)
            judgeExceptions(of: series, &findings)
            judgeWhatIsTakenOut(of: series, isChanged: changed.contains(item.first("UID")?.value), &findings)
            judgeDates(of: series, &findings)
            if item.kind == "VEVENT" { judgeTimes(of: series, method, &findings) }
            tellOfLimit(from: item, &findings)
            guard let uid = item.first("UID")?.value, item.first("RECURRENCE-ID") == nil, masters[uid] == nil else {
                continue
            }
            masters[uid] = series
        }
        var occurrences: [String: [ContentLine]] = [:]
        for item in calendar.children {
            guard let property = item.first("RECURRENCE-ID") else { continue }
            occurrences[item.first("UID")?.value ?? "", default: []].append(property)
        }
        for (uid, properties) in occurrences.sorted(by: { $0.value[0].line < $1.value[0].line }) {
            judgeOccurrences(properties, of: masters[uid], &findings)
            if let master = masters[uid] { tellOfLimit(from: master.item, &findings) }
        }
    }

    /// What is not looked at is told of.
    private mutating func tellOfLimit(from item: CalendarComponent, _ findings: inout Findings) {
        guard stepsLeft <= 0, !hasToldOfLimit else { return }
        hasToldOfLimit = true
        findings.warning(
            item.line, .recurrence,
            "from this \(item.kind) on the dates of rules were not reckoned, because the file's take too long; lint it in parts"
        )
    }

    // MARK: Rules

    private mutating func judgeRules(of series: Series, _ findings: inout Findings) {
        // Rules 12 and 28 tell of an event without a start.
        if series.item.kind != "VEVENT", series.item.first("DTSTART") == nil, let rule = series.item.first("RRULE") {
            findings.error(
                rule.line, .recurrence,
                "the \(series.item.kind) recurs but has no DTSTART to recur from; add it (RFC 5545 §3.8.2.4)")
        }
        for (index, pair) in series.rules.enumerated() {
            let (property, rule) = pair
            for fault in rule.faults {
                findings.error(property.line, .recurrence, "\(property.name) \(fault) (RFC 5545 §3.3.10)")
            }
            if index == 1 {
                findings.disagreement(
                    property.line, .severalRules, "there are \(series.item.all("RRULE").count) RRULEs",
                    "write one rule, or events of their own")
            }
            guard rule.faults.isEmpty, let start = series.start else { continue }
            judgeUntil(of: rule, property, start, &findings)
            judgeStart(of: rule, property, series, start, &findings)
            judgeReadings(of: rule, property, start, &findings)
        }
        if series.rules.count == Series.mostRules {
            findings.warning(
                series.rules[Series.mostRules - 1].property.line, .recurrence,
                "no RRULE of the \(series.item.kind) after this one was read; write one (RFC 5545 §3.8.5.3)")
        }
        if let rule = series.item.first("EXRULE") {
            findings.disagreement(rule.line, .exceptionRule, "an EXRULE", "write the dates as EXDATEs")
        }
    }

    /// UNTIL is of DTSTART's type, and in UTC where DTSTART is tied to a zone.
    private func judgeUntil(
        of rule: RecurrenceRule, _ property: ContentLine, _ start: EventTime, _ findings: inout Findings
    ) {
        guard let until = rule.until.flatMap({ TimeValue($0) }) else { return }
        switch (until, start.clock) {
        case (.date, .dates): break
        case (.date, _):
            findings.disagreement(
                property.line, .untilDate, "UNTIL is a date but DTSTART a time",
                "write the last one's time in UTC (RFC 5545 §3.3.10)")
        case (_, .dates):
            findings.disagreement(
                property.line, .untilTime, "UNTIL is a time but DTSTART a date", "write a date (RFC 5545 §3.3.10)")
        case (.utc, .floating):
            findings.error(
                property.line, .recurrence,
                "UNTIL is in UTC but DTSTART floats; write it without Z, or give DTSTART a zone (RFC 5545 §3.3.10)")
        // Rule 7 tells of an UNTIL that floats where DTSTART does not.
        default: break
        }
        if start.isAfter(until) {
            findings.error(
                property.line, .recurrence,
                "UNTIL is before DTSTART, so the rule gives nothing; write a later one, or leave the rule out (RFC 5545 §3.3.10)"
            )
        }
    }

    /// The rule gives DTSTART, or anything at all.
    private mutating func judgeStart(
        of rule: RecurrenceRule, _ property: ContentLine, _ series: Series, _ start: EventTime,
        _ findings: inout Findings
    ) {
        let hours = ["BYHOUR", "BYMINUTE", "BYSECOND"].filter { rule[$0] != nil }
        if start.clock == .dates, let part = hours.first {
            findings.error(
                property.line, .recurrence,
                "RRULE has \(part) but DTSTART is a date; leave it out (RFC 5545 §3.3.10)")
            return
        }
        guard let dates = RecurrenceDates(rule, from: start.local) else { return }
        switch dates.first(stepsLeft: &stepsLeft) {
        case .unknown: return
        case .none:
            findings.error(
                property.line, .recurrence,
                "RRULE gives no date at all from DTSTART on; correct its BY parts, or leave it out (RFC 5545 §3.3.10)")
        case .some(let first):
            guard series.rules.count == 1, series.item.first("RECURRENCE-ID") == nil, first != start.local else {
                return
            }
            let shown = start.clock == .dates ? first.date.basic : first.basic + (start.clock == .utc ? "Z" : "")
            findings.disagreement(
                series.item.first("DTSTART")?.line ?? property.line, .startOutsideRule,
                "DTSTART is not of its rule (line \(property.line))",
                "start with the rule's first, \(shown), or correct the rule (RFC 5545 §3.8.5.3)")
        }
    }

    private func judgeReadings(
        of rule: RecurrenceRule, _ property: ContentLine, _ start: EventTime, _ findings: inout Findings
    ) {
        guard let frequency = rule.frequency else { return }
        if frequency.isWithinDay {
            findings.disagreement(
                property.line, .withinDay, "FREQ is \(frequency.rawValue)", "write a DAILY event for each time")
        }
        if rule["BYWEEKNO"] != nil {
            findings.disagreement(
                property.line, .weekNumbers, "the rule counts weeks of the year",
                "write the dates as RDATEs, or BYMONTH and BYDAY")
        }
        if rule.choosesByUnusualPosition {
            findings.disagreement(
                property.line, .positions, "BYSETPOS chooses in a \(frequency.rawValue) rule",
                "write it without, or each date as an RDATE")
        }
        if rule.dependsOnWeekStart(from: start.local.date) {
            findings.disagreement(
                property.line, .weekStart,
                "with weeks from \(rule.weekStart.name) the rule gives other dates than from \(rule.otherWeekStart.name)",
                "write an event for each weekday")
        }
        if let day = rule.dayThatMonthsLack(from: start.local.date) {
            findings.disagreement(
                property.line, .lateMonthDays, "some months have no day \(day)",
                "write BYMONTHDAY=-1 for the last day, or a day up to 28")
        }
    }

    // MARK: Dates

    /// EXDATE is of DTSTART's type, or it takes nothing out.
    private func judgeExceptions(of series: Series, _ findings: inout Findings) {
        guard let start = series.start else { return }
        for property in series.item.all("EXDATE") {
            let clocks = property.timeTexts.compactMap { text in TimeValue(text).flatMap { EventClock(property, $0) } }
            if clocks.contains(where: { ($0 == .dates) != (start.clock == .dates) }) {
                let (one, other) = start.clock == .dates ? ("time", "date") : ("date", "time")
                findings.disagreement(
                    property.line, .exceptionDate, "EXDATE is a \(one) but DTSTART a \(other)",
                    "write the \(other) of the one left out (RFC 5545 §3.8.5.1)")
            }
        }
    }

    /// EXDATE takes out of what recurs something that it gives, and leaves something.
    private mutating func judgeWhatIsTakenOut(of series: Series, isChanged: Bool, _ findings: inout Findings) {
        let item = series.item
        guard let start = series.start, let first = item.first("EXDATE") else { return }
        guard item.first("RRULE") != nil || item.first("RDATE") != nil || item.first("EXRULE") != nil else {
            return findings.error(
                first.line, .recurrence,
                "EXDATE takes a date out but the \(item.kind) does not recur; leave it out (RFC 5545 §3.8.5.1)")
        }
        let listed = series.listed(start, &zones)
        var taken: Set<LocalDateTime> = []
        var told: Set<Int> = []
        for (property, text, local) in series.exceptions(start, &zones)
        where taken.insert(local).inserted && !told.contains(property.line) {
            guard local != start.local, let listed, !listed.contains(local), !isBesideClockChange(local, start.clock),
                series.gives(local, start, stepsLeft: &stepsLeft) == false
            else { continue }
            told.insert(property.line)
            findings.warning(
                property.line, .recurrence,
                "EXDATE \(text) is no occurrence of the \(item.kind), so it takes nothing out; write the time that one has (RFC 5545 §3.8.5.1)"
            )
        }
        // Some programs take out what a RECURRENCE-ID changes.
        if !isChanged, series.gives(nothingBesides: taken, start, &zones, stepsLeft: &stepsLeft) {
            findings.error(
                first.line, .recurrence,
                "EXDATE takes out every occurrence, so the \(item.kind) never takes place; leave one, or the \(item.kind) out (RFC 5545 §3.8.5.1)"
            )
        }
    }

    /// Whether the clocks change that day: a time that they skip is another in UTC than on the wall.
    private mutating func isBesideClockChange(_ local: LocalDateTime, _ clock: EventClock) -> Bool {
        guard case .zone(let name) = clock, let rules = zones.rules(named: name) else { return false }
        let (before, after) = (local.adding(seconds: -86_400), local.adding(seconds: 86_400))
        return rules.offset(at: rules.resolve(before).instant) != rules.offset(at: rules.resolve(after).instant)
    }

    private func judgeDates(of series: Series, _ findings: inout Findings) {
        guard let property = series.item.first("RDATE"), !property.value.isEmpty else { return }
        guard !series.rules.isEmpty else {
            findings.disagreement(
                property.line, .datesWithoutRule, "there is an RDATE but no RRULE", "write an event for each date")
            return
        }
        guard let until = series.rules.compactMap({ $0.rule.until.flatMap { TimeValue($0) } }).first else { return }
        for property in series.item.all("RDATE") {
            // A day more than the clocks differ.
            let isLater = property.timeTexts.contains { text in
                TimeValue(text).map { $0.day > until.day.adding(days: 1) } ?? false
            }
            guard isLater else { continue }
            findings.disagreement(
                property.line, .datesAfterUntil, "RDATE is after the rule's UNTIL", "write an event of its own")
            return
        }
    }

    // MARK: Times

    private mutating func judgeTimes(of series: Series, _ method: CalendarMethod, _ findings: inout Findings) {
        guard let property = series.item.first("DTSTART"), let start = series.start else { return }
        if start.clock.isFloating {
            findings.disagreement(property.line, .floating, "DTSTART floats", "add a TZID, or write it in UTC")
        }
        let duration = series.item.first("DURATION")
        if start.clock != .dates, duration == nil, series.item.first("DTEND") == nil,
            [.feed, .request].contains(method)
        {
            findings.disagreement(property.line, .noEnd, "the event has no end", "write DTEND")
        }
        guard let duration, let length = CalendarDuration(duration.value), length.days > 0,
            case .zone(let name) = start.clock, let rules = zones.rules(named: name)
        else { return }
        let ends = [start.local] + series.laterTimes
        stepsLeft -= ends.count * 50
        guard stepsLeft > 0 else { return }
        let crossed = ends.first { local in
            let end = local.adding(seconds: Int64(length.days) * 86400)
            return rules.offset(at: rules.resolve(local).instant) != rules.offset(at: rules.resolve(end).instant)
        }
        guard let crossed else { return }
        findings.disagreement(
            duration.line, .clockChange, "the clocks of \(name) change within the DURATION from \(crossed.date) on",
            "write DTEND")
    }

    // MARK: Occurrences

    /// RECURRENCE-ID names one that its series has, in the form of its DTSTART (RFC 5545 §3.8.4.4).
    private mutating func judgeOccurrences(
        _ properties: [ContentLine], of master: Series?, _ findings: inout Findings
    ) {
        for property in properties where property.parameter("RANGE")?.asciiUppercased == "THISANDFUTURE" {
            findings.disagreement(
                property.line, .thisAndFuture, "RANGE changes all that follows",
                "end the series there by UNTIL and begin a new one")
        }
        guard let master, let start = master.start else { return }
        let place = "DTSTART (line \(master.item.first("DTSTART")?.line ?? master.item.line))"
        let listed = master.listed(start, &zones)
        for property in properties {
            guard let time = EventTime(property) else { continue }
            guard (time.clock == .dates) == (start.clock == .dates), time.clock.isFloating == start.clock.isFloating
            else {
                findings.error(
                    property.line, .spans,
                    "RECURRENCE-ID is not of the form of the series' \(place); write it like that (RFC 5545 §3.8.4.4)")
                continue
            }
            guard let local = time.local(on: start.clock, &zones) else { continue }
            let isListed = local == start.local || listed?.contains(local) ?? true
            if !isListed, master.gives(local, start, stepsLeft: &stepsLeft) == false {
                findings.error(
                    property.line, .recurrence,
                    "RECURRENCE-ID names no occurrence of the series that begins with \(place); write the time that it had there (RFC 5545 §3.8.4.4)"
                )
            } else if time.clock != start.clock {
                findings.disagreement(
                    property.line, .occurrenceClock, "RECURRENCE-ID is on another clock than the series' \(place)",
                    "write it like that")
            }
        }
    }
}
