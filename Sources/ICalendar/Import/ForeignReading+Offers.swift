import CivilTime
import Mentoring
import MentoringService
import TimeZoneCatalog

extension ForeignReading {
    /// The times at which the calendar's owner could lead a session.
    mutating func offers(in roots: [ForeignComponent]) throws -> CalendarFindings<OfferedTime> {
        let entries = entries(of: roots)
        readZones(of: roots + roots.flatMap(\.children), for: entries)
        var changes = ForeignChanges(among: entries)
        var found: [OfferedTime] = []
        for entry in entries {
            switch entry.name {
            case "VEVENT":
                let changes = changes.take(of: entry)
                let offer = try find(in: entry) { try $0.offer(ofEvent: entry, changes: changes) }
                if let offer { found.append(offer) }
            case "VAVAILABILITY": break
            default: leave(entry, "it says nothing of when you can lead")
            }
        }
        found += try offers(ofAvailabilities: entries.filter { $0.name == "VAVAILABILITY" })
        return CalendarFindings(found: found.sorted { $0.line < $1.line }, left: left)
    }

    /// More of them are left: each is compared with all others.
    private static let mostAvailabilities = 100

    private mutating func offers(ofAvailabilities all: [ForeignComponent]) throws -> [OfferedTime] {
        for component in all.dropFirst(Self.mostAvailabilities) {
            leave(component, "the file has more than \(Self.mostAvailabilities) of them")
        }
        let windows = try all.prefix(Self.mostAvailabilities).compactMap { component in
            try find(in: component) { (component: component, window: try $0.window(of: component)) }
        }
        var found: [OfferedTime] = []
        for (component, window) in windows {
            // RFC 7953 §3.1: within its own time the one of the higher priority says it all.
            let stronger = windows.first {
                $0.component.priority < component.priority && $0.window.overlaps(window)
            }
            if let line = stronger?.component.line {
                leave(component, "the one of line \(line), of a higher PRIORITY, overrides it; import it by itself")
                continue
            }
            let parts = component.children.filter { $0.name == "AVAILABLE" }
            var changes = ForeignChanges(among: parts)
            for part in parts {
                let changes = changes.take(of: part)
                let offer = try find(in: part) { try $0.offer(of: part, changes: changes, within: window) }
                if let offer { found.append(offer) }
            }
        }
        return found
    }

    /// The time for which a VAVAILABILITY speaks; without DTSTART or DTEND it has no end on that side.
    private func window(of component: ForeignComponent) throws -> Range<Instant> {
        guard let property = try component.only("DTSTART") else {
            let end = try component.only("DTEND").map { try zones.instant(of: zones.time($0)) }
            return .distantPast..<(end ?? .distantFuture)
        }
        let start = try zones.time(property)
        let (first, end) = (try zones.instant(of: start), try zones.end(of: component, from: start))
        let last = component.all("DTEND").isEmpty && component.all("DURATION").isEmpty ? nil : end
        guard first < last ?? .distantFuture else { throw Unusable("it ends before it begins") }
        return first..<(last ?? .distantFuture)
    }

    private mutating func offer(
        ofEvent event: ForeignComponent, changes: [ForeignProperty]
    ) throws -> OfferedTime {
        guard !event.isOff else { throw Unusable("it is cancelled") }
        guard !event.isDeclined(by: terms.people) else { throw Unusable("you declined it, or sent somebody else") }
        let rule = event.all("RRULE").first?.value.uppercased().split(separator: ";").first { $0.hasPrefix("FREQ=") }
        guard rule == "FREQ=WEEKLY" || event.isChange else {
            let other = rule.map { "it recurs by \(Unusable.quoted(String($0))); of events only weekly ones are taken" }
            throw Unusable(other ?? "it does not recur")
        }
        return try offer(of: event, changes: changes, within: .distantPast..<(.distantFuture))
    }

    private mutating func offer(
        of component: ForeignComponent, changes: [ForeignProperty], within window: Range<Instant>
    ) throws -> OfferedTime {
        guard !component.isChange else {
            throw Unusable("it changes one date of another entry, which leaves that date out")
        }
        guard component.all("RDATE").isEmpty, component.all("EXRULE").isEmpty else {
            throw Unusable("it has RDATE or EXRULE, which a slot cannot say; publish those times one by one")
        }
        let start = try component.start(in: zones)
        guard !start.isWholeDay else { throw Unusable("it takes whole days, so it names no time to begin") }
        let first = try zones.instant(of: start)
        guard let end = try zones.end(of: component, from: start) else {
            throw Unusable("it does not say when it ends")
        }
        let minutes = end.seconds(since: first) / 60
        guard minutes >= terms.minutes else {
            throw Unusable("it lasts \(max(minutes, 0).counted("minute")); a session needs \(terms.minutes)")
        }
        var notes =
            minutes == terms.minutes ? [] : ["it lasts \(minutes.counted("minute")); the session is at its beginning"]
        let pattern: SlotPattern
        if let rule = try component.only("RRULE") {
            let series = try ForeignSeries(rule, from: start, line: component.line, zones: zones)
            if try !series.isSynchronized(budget: &budget) {
                guard series.count == nil else {
                    throw Unusable("its COUNT cannot be counted, since it begins on a day that its rule does not name")
                }
                notes.append("it begins on a day that its rule does not name; the rule's days are taken")
            }
            pattern = try self.pattern(of: series, at: start, component, changes: changes, within: window)
        } else {
            pattern = try onceOnly(first, within: window)
        }
        try requireInSeason(pattern)
        return OfferedTime(
            line: component.line, pattern: pattern, note: notes.isEmpty ? nil : notes.joined(separator: "; "))
    }

    private mutating func pattern(
        of series: ForeignSeries, at start: ForeignTime, _ component: ForeignComponent,
        changes: [ForeignProperty], within window: Range<Instant>
    ) throws -> SlotPattern {
        guard try zones.agrees(start.clock, from: terms.season.from, to: terms.season.to) else {
            throw Unusable(
                "its times are in \(start.clock), whose clocks do not show all season what yours in \(terms.zone) do; "
                    + "publish it in your own time")
        }
        var rule = series.rule
        let at = start.local.time
        guard rule.byHour == [at.hour], rule.byMinute == [at.minute], rule.bySecond == [at.second] else {
            throw Unusable("its rule names other times of day than DTSTART")
        }
        (rule.byHour, rule.byMinute, rule.bySecond) = ([], [], [])
        let limits = try days(within: window, at: at, on: start.clock)
        var from = start.local.date
        if limits.from > from {
            // INTERVAL counts from the first day, so that has to be one of the rule's.
            let years = series.rule.interval * 366
            let found = try series.occurrences(
                from: limits.from, to: limits.from.adding(days: years), budget: &budget)
            guard let next = found.first else { throw Unusable("it does not occur within its VAVAILABILITY") }
            from = next.date
        }
        let ends = [try series.lastDay(budget: &budget), limits.to].compactMap(\.self)
        let except = try excepted(component, changes: changes, at: at, on: start.clock)
        return SlotPattern(
            rule: rule.description, at: at, from: from, until: ends.min(), except: except.filter { $0 >= from })
    }

    /// A single time as a pattern of one day; such a time is exact in any zone.
    private func onceOnly(_ instant: Instant, within window: Range<Instant>) throws -> SlotPattern {
        guard window.contains(instant), instant.adding(seconds: Int64(terms.minutes) * 60) <= window.upperBound else {
            throw Unusable("it lies outside its VAVAILABILITY")
        }
        let local = try zones.catalog.rules(for: terms.zone).local(at: instant)
        return SlotPattern(
            rule: "FREQ=WEEKLY;BYDAY=\(local.date.weekday.icalendarCode)", at: local.time, from: local.date,
            until: local.date)
    }

    private func requireInSeason(_ pattern: SlotPattern) throws {
        if let until = pattern.until, until < max(terms.season.from, pattern.from ?? terms.season.from) {
            throw Unusable(until < terms.season.from ? "it ended on \(until), before the season" : "it never occurs")
        }
        if let from = pattern.from, from > terms.season.to {
            throw Unusable("it begins on \(from), after the season")
        }
    }

    /// The first and the last day on which a session at the time of day lies within the window.
    private func days(
        within window: Range<Instant>, at time: LocalTime, on clock: ForeignClock
    ) throws -> (from: LocalDate, to: LocalDate?) {
        let rules = try zones.rules(for: clock)
        let first = rules.local(at: window.lowerBound)
        let last = rules.local(at: window.upperBound.adding(seconds: -Int64(terms.minutes) * 60))
        return (
            first.time <= time ? first.date : first.date.adding(days: 1),
            window.upperBound == .distantFuture ? nil : last.time >= time ? last.date : last.date.adding(days: -1)
        )
    }

    /// The days that EXDATE and changed occurrences take out of a series.
    private func excepted(
        _ component: ForeignComponent, changes: [ForeignProperty], at time: LocalTime, on clock: ForeignClock
    ) throws -> [LocalDate] {
        guard changes.allSatisfy({ $0.parameters["RANGE"] == nil }) else {
            throw Unusable("another entry changes all of its dates from one on (RANGE=THISANDFUTURE)")
        }
        var days: Set<LocalDate> = []
        for property in component.all("EXDATE") + changes {
            for text in property.values where !text.isEmpty {
                let exception = try zones.time(text, of: property)
                let reading = try zones.reading(of: exception, on: clock)
                if exception.isWholeDay || reading.time == time { days.insert(reading.date) }
            }
        }
        return days.sorted()
    }
}

extension ForeignComponent {
    /// PRIORITY, 1 the highest and 9 the lowest; 0 and none are lower still (RFC 7953 §3.1).
    fileprivate var priority: Int {
        guard let value = all("PRIORITY").first.flatMap({ Int($0.value) }), (1...9).contains(value) else { return 10 }
        return value
    }
}
