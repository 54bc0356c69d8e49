/// Rule 31: what a METHOD asks of its components beyond rules 12, 13 and 15 (RFC 5546 §3.2 to §3.5).
enum MethodRules {
    /// What one method asks of one kind of component.
    private struct Shape {
        let section: String
        let required: [String]
        let forbidden: [String]

        init(_ section: String, required: String = "", forbidden: String = "") {
            self.section = "RFC 5546 §\(section)"
            self.required = required.split(separator: " ").map(String.init)
            self.forbidden = forbidden.split(separator: " ").map(String.init)
        }
    }

    /// By kind, then method; a pair that is not there is none of RFC 5546's.
    ///
    /// `VALARM` stands for a component inside.
    private static let shapes: [String: [String: Shape]] = [
        "VEVENT": [
            "PUBLISH": .init("3.2.1", required: "DTSTART ORGANIZER SUMMARY", forbidden: "ATTENDEE REQUEST-STATUS"),
            "REQUEST": .init("3.2.2"),
            "REPLY": .init("3.2.3", forbidden: "VALARM"),
            "ADD": .init(
                "3.2.4", required: "DTSTART ORGANIZER SEQUENCE SUMMARY", forbidden: "RECURRENCE-ID REQUEST-STATUS"),
            "CANCEL": .init("3.2.5", forbidden: "REQUEST-STATUS"),
            "REFRESH": .init("3.2.6", required: "ATTENDEE ORGANIZER", forbidden: substance + " SEQUENCE VALARM"),
            "COUNTER": .init("3.2.7", required: "DTSTART ORGANIZER SEQUENCE SUMMARY"),
            "DECLINECOUNTER": .init("3.2.8", required: "ORGANIZER", forbidden: "VALARM"),
        ],
        "VFREEBUSY": [
            "PUBLISH": .init("3.3.1", required: "DTSTART DTEND ORGANIZER", forbidden: "ATTENDEE REQUEST-STATUS"),
            "REQUEST": .init(
                "3.3.2", required: "ATTENDEE DTSTART DTEND ORGANIZER", forbidden: "FREEBUSY URL REQUEST-STATUS"),
            "REPLY": .init("3.3.3", required: "ATTENDEE DTSTART DTEND ORGANIZER"),
        ],
        "VTODO": [
            "PUBLISH": .init(
                "3.4.1", required: "DTSTART ORGANIZER PRIORITY SUMMARY", forbidden: "ATTENDEE REQUEST-STATUS"),
            "REQUEST": .init("3.4.2", required: "ATTENDEE ORGANIZER PRIORITY SUMMARY", forbidden: "REQUEST-STATUS"),
            "REPLY": .init("3.4.3", required: "ATTENDEE ORGANIZER", forbidden: "VALARM"),
            "ADD": .init(
                "3.4.4", required: "ORGANIZER PRIORITY SEQUENCE SUMMARY", forbidden: "RECURRENCE-ID REQUEST-STATUS"),
            "CANCEL": .init("3.4.5", required: "ORGANIZER SEQUENCE", forbidden: "REQUEST-STATUS VALARM"),
            "REFRESH": .init("3.4.6", required: "ATTENDEE", forbidden: substance + " SEQUENCE VALARM"),
            "COUNTER": .init("3.4.7", required: "ATTENDEE ORGANIZER PRIORITY SUMMARY"),
            "DECLINECOUNTER": .init("3.4.8", required: "ATTENDEE ORGANIZER SEQUENCE", forbidden: "VALARM"),
        ],
        "VJOURNAL": [
            "PUBLISH": .init("3.5.1", required: "DESCRIPTION DTSTART ORGANIZER", forbidden: "ATTENDEE"),
            "ADD": .init(
                "3.5.2", required: "DESCRIPTION DTSTART ORGANIZER SEQUENCE", forbidden: "ATTENDEE RECURRENCE-ID"),
            "CANCEL": .init("3.5.3", required: "ORGANIZER SEQUENCE", forbidden: "REQUEST-STATUS VALARM"),
        ],
    ]

    /// What a question for the newest state does not say itself.
    private static let substance =
        "ATTACH CATEGORIES CLASS CONTACT CREATED DTEND DTSTART DUE DURATION EXDATE GEO LAST-MODIFIED LOCATION PRIORITY RDATE RELATED-TO REQUEST-STATUS RESOURCES RRULE STATUS TRANSP URL"

    static func judge(_ calendar: CalendarComponent, _ findings: inout Findings) {
        guard let property = calendar.first("METHOD") else { return }
        let method = property.value.asciiUppercased
        guard shapes.values.contains(where: { $0[method] != nil }) else { return }
        var first: CalendarComponent?
        for item in calendar.children {
            guard let methods = shapes[item.kind] else { continue }
            guard let shape = methods[method] else {
                findings.error(
                    item.line, .methods,
                    "there is no METHOD:\(method) of a \(item.kind); write \(methods.keys.sorted().joined(separator: ", ")) or leave METHOD out (RFC 5546 §3)"
                )
                continue
            }
            if let first, first.kind != item.kind {
                findings.error(
                    item.line, .methods,
                    "a message of METHOD:\(method) has a \(item.kind) beside a \(first.kind) (line \(first.line)); send them apart (\(shape.section))"
                )
            }
            first = first ?? item
            let before = findings.count
            judge(item, method, shape, &findings)
            // Rule 16 has METHOD left out of what is published, so that it is enough to say this once.
            guard method != "PUBLISH" || findings.count == before else { return }
        }
    }

    private static func judge(
        _ item: CalendarComponent, _ method: String, _ shape: Shape, _ findings: inout Findings
    ) {
        let missing = shape.required.filter { item.first($0) == nil }
        if !missing.isEmpty {
            findings.error(
                item.line, .methods,
                "the \(item.kind) of a METHOD:\(method) has no \(missing.joined(separator: " and no ")); add what is missing (\(shape.section))"
            )
        }
        for name in shape.forbidden {
            guard let line = item.first(name)?.line ?? item.children(name).first?.line else { continue }
            findings.error(
                line, .methods, "a METHOD:\(method) has \(name) in its \(item.kind); leave it out (\(shape.section))")
        }
    }
}
