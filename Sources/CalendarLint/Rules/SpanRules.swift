import CivilTime

/// Rule 30: events, to-dos and free/busy times end after they begin, and times that belong together are of one type
/// (RFC 5545 §3.8.2, §3.6.1, §3.6.2).
struct SpanRules {
    private var zones: ZoneClocks

    init(zones: KnownZones) { self.zones = ZoneClocks(zones) }

    mutating func judge(_ calendar: CalendarComponent, _ method: CalendarMethod, _ findings: inout Findings) {
        for item in calendar.children {
            guard !findings.isFull else { return }
            guard ["VEVENT", "VTODO", "VFREEBUSY"].contains(item.kind) else { continue }
            let endName = item.kind == "VTODO" ? "DUE" : "DTEND"
            judgeDuration(of: item, endName, &findings)
            judgeEnd(of: item, endName, method, &findings)
            for alarm in item.children("VALARM") where method != .cancel {
                judgeTrigger(of: alarm, in: item, endName, &findings)
            }
        }
    }

    private func judgeDuration(of item: CalendarComponent, _ endName: String, _ findings: inout Findings) {
        guard let duration = item.first("DURATION") else { return }
        let section = item.kind == "VTODO" ? "RFC 5545 §3.6.2" : "RFC 5545 §3.6.1"
        if item.first(endName) != nil {
            findings.error(
                duration.line, .spans,
                "the \(item.kind) has both \(endName) and DURATION; leave \(endName) (\(section))")
        }
        if item.kind == "VTODO", item.first("DTSTART") == nil {
            findings.error(
                duration.line, .spans, "the VTODO has a DURATION but no DTSTART to count from; add it (\(section))")
        }
        if let start = EventTime(item.first("DTSTART")), start.clock == .dates,
            let length = CalendarDuration(duration.value), length.hasTime
        {
            findings.error(
                duration.line, .spans,
                "DTSTART is a date but DURATION is \(duration.value.quoted); write days or weeks such as P1D (RFC 5545 §3.8.2.5)"
            )
        }
    }

    private mutating func judgeEnd(
        of item: CalendarComponent, _ endName: String, _ method: CalendarMethod, _ findings: inout Findings
    ) {
        guard let property = item.first(endName) else { return }
        let section = PropertyShape.all[endName]?.section ?? ""
        guard let startProperty = item.first("DTSTART") else {
            if item.kind == "VEVENT" {
                findings.error(
                    property.line, .spans, "the VEVENT has a DTEND but no DTSTART; add it (\(section))")
            }
            return
        }
        guard let start = EventTime(startProperty), let end = EventTime(property) else { return }
        guard (start.clock == .dates) == (end.clock == .dates) else {
            let (one, other) = end.clock == .dates ? ("date", "time") : ("time", "date")
            findings.error(
                property.line, .spans,
                "\(endName) is a \(one) but DTSTART (line \(startProperty.line)) a \(other); write both alike (\(section))"
            )
            return
        }
        // Rule 7 tells of times that float.
        guard start.clock.isFloating == end.clock.isFloating else { return }
        guard let order = compare(start, end) else { return }
        if order > 0 {
            findings.error(
                property.line, .spans,
                "\(endName) is before DTSTART (line \(startProperty.line)); write a later one (\(section))")
        } else if order == 0 {
            let known: Disagreement = start.clock == .dates ? .emptyDay : .emptySpan
            findings.disagreement(
                property.line, known, "\(endName) is DTSTART (line \(startProperty.line))",
                "write a later one (\(section))")
        }
    }

    /// Above zero when the first is later; nil where that cannot be known.
    private mutating func compare(_ first: EventTime, _ second: EventTime) -> Int? {
        if first.clock != second.clock {
            guard let one = first.instant(&zones), let other = second.instant(&zones) else { return nil }
            return one == other ? 0 : one > other ? 1 : -1
        }
        return first.local == second.local ? 0 : first.local > second.local ? 1 : -1
    }

    /// An alarm counts from something that its component has (RFC 5545 §3.8.6.3).
    private func judgeTrigger(
        of alarm: CalendarComponent, in item: CalendarComponent, _ endName: String, _ findings: inout Findings
    ) {
        guard let trigger = alarm.first("TRIGGER"), trigger.parameter("VALUE")?.asciiUppercased != "DATE-TIME" else {
            return
        }
        let isFromEnd = trigger.parameter("RELATED")?.asciiUppercased == "END"
        let hasStart = item.first("DTSTART") != nil
        let hasEnd = item.first(endName) != nil || hasStart && item.first("DURATION") != nil
        // An event of one date ends with the day.
        let hasDay = item.kind == "VEVENT" && EventTime(item.first("DTSTART"))?.clock == .dates
        guard isFromEnd ? !(hasEnd || hasDay) : !hasStart else { return }
        let wanted = isFromEnd ? "\(endName), or DTSTART and DURATION" : "DTSTART"
        findings.error(
            trigger.line, .spans,
            "TRIGGER counts from the \(isFromEnd ? "end" : "start") of a \(item.kind) that has none; add \(wanted) (RFC 5545 §3.8.6.3)"
        )
    }
}
