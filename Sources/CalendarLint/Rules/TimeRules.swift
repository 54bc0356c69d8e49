/// Rule 7: every time is anchored in UTC or in a zone, and an event says when it ends.
enum TimeRules {
    static func judge(_ calendar: CalendarComponent, _ findings: inout Findings) {
        calendar.forEachOutsideTimeZones { component in
            for property in component.properties where ContentLine.timeNames.contains(property.name) {
                judge(property, &findings)
            }
            guard component.kind == "VEVENT" else { return }
            if let duration = component.first("DURATION") {
                findings.warning(
                    duration.line, .anchoredTimes,
                    "the event has a DURATION, whose days some programs count as 24 hours; write DTEND")
            }
            judgeRules(of: component, &findings)
        }
    }

    private static func judge(_ property: ContentLine, _ findings: inout Findings) {
        let type = property.parameter("VALUE")?.asciiUppercased
        for text in property.timeTexts {
            guard let time = TimeValue(text) else {
                findings.error(
                    property.line, .anchoredTimes,
                    "\(property.name) has \(String(text).quoted) for a time; write one such as 20270105T170000Z"
                )
                return
            }
            switch time {
            case .date where type != "DATE":
                findings.error(
                    property.line, .anchoredTimes,
                    "\(property.name) is a date without saying so; write \(property.name);VALUE=DATE, or a time")
            case .local where type == "DATE", .utc where type == "DATE":
                findings.error(
                    property.line, .anchoredTimes,
                    "\(property.name) says VALUE=DATE but is a time; leave VALUE=DATE out")
            case .local where ContentLine.utcNames.contains(property.name):
                findings.error(
                    property.line, .anchoredTimes,
                    "\(property.name) is not in UTC; write it in UTC, with a Z at its end")
            case .local where property.parameter("TZID") == nil:
                findings.error(
                    property.line, .anchoredTimes,
                    "\(property.name) floats: it is another moment in every zone; add a TZID, or write it in UTC")
            default: continue
            }
            return
        }
    }

    /// UNTIL is in UTC where DTSTART has a zone (RFC 5545 §3.3.10).
    private static func judgeRules(of event: CalendarComponent, _ findings: inout Findings) {
        guard let start = EventTime(event.first("DTSTART")), start.clock != .dates, !start.clock.isFloating else {
            return
        }
        for property in event.properties where property.name == "RRULE" {
            guard let text = RuleParts(property.value).values["UNTIL"], case .local = TimeValue(text) else { continue }
            findings.error(
                property.line, .anchoredTimes, "UNTIL floats although DTSTART does not; write UNTIL in UTC")
        }
    }
}

/// The NAME=VALUE pairs of a recurrence rule (RFC 5545 §3.3.10), in capitals.
struct RuleParts {
    private(set) var values: [String: String] = [:]
    /// Whether every part is a pair of a name of its own.
    private(set) var isWellFormed = true

    init(_ rule: String) {
        guard rule.utf8.count <= RecurrenceRule.longest else {
            isWellFormed = false
            return
        }
        for part in rule.asciiUppercased.parts(between: ";") {
            let pair = Array(part.parts(between: "="))
            guard pair.count == 2, values.updateValue(String(pair[1]), forKey: String(pair[0])) == nil else {
                isWellFormed = false
                continue
            }
        }
    }
}
