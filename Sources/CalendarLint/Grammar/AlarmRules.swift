/// Rule 28 for alarms: what each ACTION needs (RFC 5545 §3.6.6).
enum AlarmRules {
    private static let section = "RFC 5545 §3.6.6"

    static func judge(_ alarm: CalendarComponent, _ findings: inout Findings) {
        if let lone = [alarm.first("DURATION"), alarm.first("REPEAT")].compactMap(\.self).only {
            let other = lone.name == "REPEAT" ? "DURATION" : "REPEAT"
            findings.error(
                lone.line, .components,
                "\(lone.name) of an alarm needs \(other) beside it; add it or leave both out (\(section))")
        }
        guard let action = alarm.first("ACTION") else { return }
        let kind = action.value.asciiUppercased
        let required: [String] =
            switch kind {
            case "DISPLAY": ["DESCRIPTION"]
            case "EMAIL": ["DESCRIPTION", "SUMMARY", "ATTENDEE"]
            default: []
            }
        let missing = required.filter { alarm.first($0) == nil }
        if !missing.isEmpty {
            findings.error(
                alarm.line, .components,
                "an alarm of ACTION:\(kind) has no \(missing.joined(separator: " and no ")); add what is missing (\(section))"
            )
        }
        let unfit: [String] =
            switch kind {
            case "AUDIO": ["DESCRIPTION", "SUMMARY", "ATTENDEE"]
            case "DISPLAY": ["ATTACH", "SUMMARY", "ATTENDEE"]
            default: []
            }
        for name in unfit {
            guard let property = alarm.first(name) else { continue }
            findings.warning(
                property.line, .components,
                "\(name) says nothing in an alarm of ACTION:\(kind); leave it out (\(section))")
        }
        if kind == "AUDIO", alarm.all("ATTACH").count > 1 {
            findings.error(
                alarm.all("ATTACH")[1].line, .components,
                "an alarm of ACTION:AUDIO has several ATTACH; leave one (\(section))")
        }
    }
}

extension Array {
    /// The element of an array that has one.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
