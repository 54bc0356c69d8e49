import CivilTime

/// Rules 16, 17 and 19: calendars to subscribe to (RFC 7986).
enum FeedRules {
    /// What a feed says of itself.
    ///
    /// SOURCE and URL are not asked for: a feed that must not be passed on does not tell its address, and one that was written to a
    /// file may have none.
    private static let described = [
        "NAME", "X-WR-CALNAME", "DESCRIPTION", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "COLOR",
    ]
    private static let secondsShownAfterCancellation: Int64 = 60 * 86400

    static func judge(_ calendar: CalendarComponent, _ method: CalendarMethod, _ findings: inout Findings) {
        guard method == .feed else { return }
        if let method = calendar.first("METHOD") {
            findings.error(method.line, .feedHeader, "a feed has no METHOD, which Apple rejects; leave it out")
        }
        if let uid = calendar.first("UID") {
            findings.error(
                uid.line, .feedHeader,
                "the calendar itself has a UID, by which vdirsyncer takes all its events for one; leave it out")
        }
        judgeDescription(of: calendar, &findings)
        judgeStatus(of: calendar.children("VEVENT"), &findings)
    }

    private static func judgeDescription(of calendar: CalendarComponent, _ findings: inout Findings) {
        let missing = described.filter { calendar.first($0) == nil }
        if !missing.isEmpty {
            findings.warning(
                calendar.line, .feedProperties,
                "the feed has no \(missing.joined(separator: ", ")), by which people and programs know it; add what is missing"
            )
        }
        if let name = calendar.first("NAME"), let older = calendar.first("X-WR-CALNAME"), name.value != older.value {
            findings.warning(
                older.line, .feedProperties, "X-WR-CALNAME differs from NAME (line \(name.line)); write the same")
        }
        if let interval = calendar.first("REFRESH-INTERVAL") {
            if interval.parameter("VALUE")?.asciiUppercased != "DURATION" {
                findings.error(
                    interval.line, .feedProperties,
                    "REFRESH-INTERVAL has no default type; write REFRESH-INTERVAL;VALUE=DURATION")
            }
            if let older = calendar.first("X-PUBLISHED-TTL"), older.value != interval.value {
                findings.warning(
                    older.line, .feedProperties,
                    "X-PUBLISHED-TTL differs from REFRESH-INTERVAL (line \(interval.line)); write the same")
            }
        }
        if let color = calendar.first("COLOR"), !PropertyRange.isColor(color.value) {
            findings.error(
                color.line, .feedProperties, "COLOR is \(color.value.quoted); write a CSS3 colour name such as teal")
        }
    }

    private static func judgeStatus(of events: [CalendarComponent], _ findings: inout Findings) {
        let revisions = events.map(\.revised)
        // The feed is at least as young as its youngest event; the clock is not asked.
        let newest = revisions.compactMap(\.self).max()
        for (event, revised) in zip(events, revisions) {
            let status = event.first("STATUS")
            switch status?.value.asciiUppercased {
            case "TENTATIVE", "CONFIRMED": continue
            case "CANCELLED":
                if let revised, let newest, newest.seconds(since: revised) > secondsShownAfterCancellation {
                    findings.warning(
                        status?.line ?? event.line, .status,
                        "the event was cancelled more than 60 days before the feed's last revision; leave it out")
                }
            case nil:
                findings.warning(
                    event.line, .status, "the event has no STATUS; write TENTATIVE, CONFIRMED or CANCELLED")
            default:
                findings.error(
                    status?.line ?? event.line, .status,
                    "STATUS is \((status?.value ?? "").quoted); write TENTATIVE, CONFIRMED or CANCELLED")
            }
        }
    }
}

extension CalendarComponent {
    /// LAST-MODIFIED.
    var revised: Instant? {
        guard case .utc(let instant) = first("LAST-MODIFIED")?.time else { return nil }
        return instant
    }
}
