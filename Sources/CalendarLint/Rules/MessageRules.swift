/// Rules 12, 13 and 15: the events of messages between people's calendars (RFC 5546 §3.2).
enum MessageRules {
    static func judge(_ calendar: CalendarComponent, _ method: CalendarMethod, _ findings: inout Findings) {
        let rule: Finding.Rule
        switch method {
        case .request: rule = .request
        case .cancel: rule = .cancel
        case .reply: rule = .reply
        case .feed, .other: return
        }
        let events = calendar.children("VEVENT")
        if Set(events.compactMap { $0.first("UID")?.value }).count > 1 {
            findings.error(
                calendar.line, rule, "the message is about several UIDs; send one message for each event")
        }
        for event in events {
            judge(event, hasOne: ["ORGANIZER"], rule, &findings)
            switch method {
            case .request: judgeRequest(event, &findings)
            case .cancel: judgeCancel(event, &findings)
            default: judgeReply(event, &findings)
            }
        }
    }

    private static func judgeRequest(_ event: CalendarComponent, _ findings: inout Findings) {
        judge(event, hasOne: ["ATTENDEE", "DTSTART", "SUMMARY"], .request, &findings)
        for attendee in event.all("ATTENDEE") {
            let status = attendee.parameter("PARTSTAT")?.asciiUppercased ?? "NEEDS-ACTION"
            let wantsReply = attendee.parameter("RSVP")?.asciiUppercased == "TRUE"
            switch (status, wantsReply) {
            case ("NEEDS-ACTION", true), ("ACCEPTED", false): continue
            case ("NEEDS-ACTION", false):
                findings.error(
                    attendee.line, .request, "PARTSTAT is NEEDS-ACTION but no answer is asked for; add RSVP=TRUE")
            case ("ACCEPTED", true):
                findings.error(
                    attendee.line, .request, "an answer is asked for that is known already; leave RSVP=TRUE out")
            default:
                findings.error(
                    attendee.line, .request,
                    "PARTSTAT is \(status.quoted); write NEEDS-ACTION with RSVP=TRUE, or ACCEPTED")
            }
        }
    }

    private static func judgeCancel(_ event: CalendarComponent, _ findings: inout Findings) {
        judge(event, hasOne: ["SEQUENCE"], .cancel, &findings)
        if let status = event.first("STATUS"), status.value.asciiUppercased != "CANCELLED" {
            findings.error(
                status.line, .cancel,
                "STATUS is \(status.value.quoted); write CANCELLED when the event is off, and no STATUS when one person leaves it"
            )
        }
        for alarm in event.children("VALARM") {
            findings.error(alarm.line, .cancel, "a CANCEL has an alarm; leave the VALARM out")
        }
    }

    private static func judgeReply(_ event: CalendarComponent, _ findings: inout Findings) {
        judge(event, hasOne: ["ATTENDEE"], .reply, &findings)
        for attendee in event.all("ATTENDEE") {
            let status = attendee.parameter("PARTSTAT")?.asciiUppercased
            if status == nil || status == "NEEDS-ACTION" {
                findings.error(
                    attendee.line, .reply, "the reply gives no answer; write PARTSTAT=ACCEPTED, DECLINED or TENTATIVE")
            }
        }
    }

    private static func judge(
        _ event: CalendarComponent, hasOne names: [String], _ rule: Finding.Rule, _ findings: inout Findings
    ) {
        for name in names {
            let found = event.all(name)
            if found.isEmpty {
                findings.error(event.line, rule, "the event has no \(name); add it")
            } else if found.count > 1 {
                let advice = name == "ATTENDEE" ? "send each person a message of their own" : "leave one"
                findings.error(found[1].line, rule, "the event has \(found.count) \(name)s; \(advice)")
            }
        }
    }
}
