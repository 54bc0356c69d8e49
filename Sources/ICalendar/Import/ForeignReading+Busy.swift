import CivilTime
import Mentoring
import MentoringService
import TimeZoneCatalog

extension ForeignReading {
    /// The times within the season at which the calendar's owner is busy.
    mutating func busyTimes(in roots: [ForeignComponent]) throws -> BusyFindings {
        var busy = try BusyEntries(self)
        defer { self = busy.reading }
        for root in roots {
            if root.name == "VCALENDAR" { for entry in root.children { try busy.take(entry) } }
            try busy.take(root)
        }
        return try busy.findings()
    }

    /// When an entry takes its owner's time, with the occurrences that other entries change taken out.
    ///
    /// What cannot be read is noted, with the hours that may be busy.
    mutating func busyTimes(
        of entry: ForeignComponent, changes: [ForeignProperty], in season: Range<Instant>
    ) throws -> [Range<Instant>] {
        enter(entry)
        do {
            switch entry.name {
            case "VEVENT": return try times(ofEvent: entry, changes: changes, in: season)
            case "VFREEBUSY": return try times(ofFreeBusy: entry)
            default: throw Unusable("it says nothing of when you are busy", takesNoTime: true)
            }
        } catch let unusable as Unusable {
            if unusable.takesNoTime { leaveFree(entry, unusable.reason) } else { leaveAtRisk(entry, unusable.reason) }
            return []
        }
    }

    /// From the first midnight of the season to the last, on the mentor's wall, and a session longer.
    func seasonTime() throws -> Range<Instant> {
        let rules = try zones.catalog.rules(for: terms.zone)
        let start = rules.resolve(LocalDateTime(date: terms.season.from, time: .midnight)).instant
        let end = rules.resolve(LocalDateTime(date: terms.season.to.adding(days: 1), time: .midnight)).instant
        return start..<end.adding(seconds: Int64(terms.minutes) * 60)
    }

    private mutating func times(
        ofEvent event: ForeignComponent, changes: [ForeignProperty], in season: Range<Instant>
    ) throws -> [Range<Instant>] {
        if let reason = event.reasonFree(for: terms.people) { throw Unusable(reason, takesNoTime: true) }
        if let line = event.brokenLine { throw Unusable("line \(line) in it makes no sense") }
        // Taken for a change of one occurrence it would leave the others where they no longer are.
        if let range = changes.compactMap({ $0.parameters["RANGE"]?.uppercased() }).first {
            throw Unusable("RECURRENCE-ID with RANGE=\(range.prefix(40)) moves a part of it, which is not followed")
        }
        guard event.all("EXRULE").isEmpty else { throw Unusable("it has an EXRULE, which is not understood") }
        let start = try event.start(in: zones)
        let first = try zones.instant(of: start)
        let seconds = try zones.end(of: event, from: start)?.seconds(since: first) ?? 0
        guard seconds >= 0 else { throw Unusable("it ends before it begins") }
        guard seconds > 0 else { throw Unusable("it takes no time", takesNoTime: true) }
        // The days whose occurrences can reach into the season, and a day more on either side for the zones.
        let rules = try zones.rules(for: start.clock)
        let reach = (
            from: rules.local(at: season.lowerBound.adding(seconds: -seconds)).date.adding(days: -1),
            to: rules.local(at: season.upperBound).date.adding(days: 1)
        )
        var starts: Set<LocalDateTime> = [start.local]
        for property in event.all("RRULE") {
            let series = try ForeignSeries(property, from: start, line: event.line, zones: zones)
            starts.formUnion(try series.occurrences(from: reach.from, to: reach.to, budget: &budget))
        }
        var (days, readings): (Set<LocalDate>, Set<LocalDateTime>) = ([], [])
        for exceptions in [event.all("EXDATE"), changes] {
            try eachReadable(exceptions, of: event, "what it takes out stays busy") { property, text, zones in
                let exception = try zones.time(text, of: property)
                let reading = try zones.reading(of: exception, on: start.clock)
                if exception.isWholeDay { days.insert(reading.date) } else { readings.insert(reading) }
            }
        }
        starts = starts.filter { !days.contains($0.date) && !readings.contains($0) }
        let length = ForeignDuration(days: Int((seconds + 43_200) / 86_400))
        let times = try starts.map { local in
            let time = ForeignTime(local: local, clock: start.clock, isWholeDay: start.isWholeDay)
            let begin = try zones.instant(of: time)
            return begin..<(start.isWholeDay ? try zones.time(time, after: length) : begin.adding(seconds: seconds))
        }
        return try times + additions(to: event, lasting: seconds)
    }

    /// What RDATE adds: times as long as the event, or periods.
    private mutating func additions(
        to event: ForeignComponent, lasting seconds: Int64
    ) throws -> [Range<Instant>] {
        var added: [Range<Instant>] = []
        try eachReadable(event.all("RDATE"), of: event) { property, text, zones in
            if text.contains("/") {
                added.append(try zones.period(text, of: property))
            } else {
                let begin = try zones.instant(of: zones.time(text, of: property))
                added.append(begin..<begin.adding(seconds: seconds))
            }
        }
        return added
    }

    private mutating func times(ofFreeBusy component: ForeignComponent) throws -> [Range<Instant>] {
        if let line = component.brokenLine {
            leave(component, "line \(line) in it makes no sense and is passed over", mayBeBusy: true)
        }
        var times: [Range<Instant>] = []
        let periods = component.all("FREEBUSY").filter { $0.parameters["FBTYPE"]?.uppercased() != "FREE" }
        try eachReadable(periods, of: component) { property, text, zones in
            times.append(try zones.period(text, of: property))
        }
        return times
    }
}

extension ForeignZones {
    /// Reads a PERIOD (RFC 5545 §3.3.9): `START/END` or `START/DURATION`.
    fileprivate func period(_ text: String, of property: ForeignProperty) throws -> Range<Instant> {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2 else { throw Unusable("its \(property.name) \(Unusable.quoted(text)) is no period") }
        let start = try time(ends[0], of: property)
        let begin = try instant(of: start)
        let end =
            try ForeignDuration(ends[1]).map { try time(start, after: $0) }
            ?? instant(of: time(ends[1], of: property))
        guard begin < end else { throw Unusable("its \(property.name) \(Unusable.quoted(text)) ends before it begins") }
        return begin..<end
    }
}
