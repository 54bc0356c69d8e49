import CivilTime

/// Rules 3, 10, 11, 13 and 19 over several files of one sender in order: what a newer file says of an event must be newer.
struct RevisionHistory {
    /// Who is told: different feeds, and the messages to different people, need not agree.
    private enum Audience: Hashable {
        case subscribers(feed: String)
        case person(String)
    }

    private struct Thread: Hashable {
        let event: OccurrenceID
        let audience: Audience
    }

    /// What was said of an event; of its properties hashes, which take no more room for a long event than for a short one.
    private struct Revision {
        let sequence: Int
        let stamp: Instant?
        let modified: String?
        /// What rule 10 counts: DTSTART, DTEND, STATUS and LOCATION.
        let essentials: Int
        /// All that it says but when it was said.
        let content: Int
        let organizer: String?
        let isCancelled: Bool

        init(_ event: CalendarComponent, isCancel: Bool) {
            sequence = event.first("SEQUENCE")?.sequence ?? 0
            if case .utc(let instant) = event.first("DTSTAMP")?.time { stamp = instant } else { stamp = nil }
            modified = event.first("LAST-MODIFIED")?.value
            essentials = ["DTSTART", "DTEND", "STATUS", "LOCATION"].map { event.first($0)?.content }.hashValue
            var hasher = Hasher()
            for property in event.properties where !["DTSTAMP", "LAST-MODIFIED"].contains(property.name) {
                hasher.combine(property.content)
            }
            content = hasher.finalize()
            organizer = event.first("ORGANIZER")?.value
            isCancelled = isCancel || event.first("STATUS")?.value.asciiUppercased == "CANCELLED"
        }
    }

    private var latest: [Thread: Revision] = [:]
    /// Of each feed in the file that is read, its first calendar and what the file has of it so far.
    private var editions: [Audience: (calendar: CalendarComponent, seen: Set<Thread>)] = [:]

    /// Compares the events of a calendar with those before it, and remembers them.
    mutating func judge(_ calendar: CalendarComponent, _ method: CalendarMethod, _ findings: inout Findings) {
        guard method != .other else { return }
        let feed = Audience.subscribers(feed: calendar.nameOfFeed)
        var seen = editions[feed]?.seen ?? []
        for event in calendar.children("VEVENT") {
            guard let identity = OccurrenceID(of: event) else { continue }
            let person = event.first("ATTENDEE")?.value.asciiUppercased ?? ""
            let thread = Thread(event: identity, audience: method == .feed ? feed : .person(person))
            seen.insert(thread)
            let revision = Revision(event, isCancel: method == .cancel)
            let before = latest[thread]
            guard method != .reply else {
                if let before { judgeReply(event, revision, before, &findings) }
                continue
            }
            if let before {
                if method == .feed {
                    judgeFeed(event, revision, before, &findings)
                } else {
                    judgeMessage(event, revision, before, &findings)
                }
                judgeSequence(event, revision, before, &findings)
            }
            latest[thread] = revision
        }
        if method == .feed { editions[feed] = (editions[feed]?.calendar ?? calendar, seen) }
    }

    /// Ends a file, whose calendars of one name are one edition of a feed together: what of it is gone is told now.
    mutating func endFile(_ findings: inout Findings) {
        for (feed, edition) in editions.sorted(by: { $0.value.calendar.line < $1.value.calendar.line }) {
            judgeVanished(from: edition.calendar, feed, edition.seen, &findings)
        }
        editions = [:]
    }

    private func judgeSequence(
        _ event: CalendarComponent, _ now: Revision, _ before: Revision, _ findings: inout Findings
    ) {
        let line = event.first("SEQUENCE")?.line ?? event.line
        if now.sequence < before.sequence {
            findings.error(
                line, .sequence,
                "SEQUENCE is \(now.sequence) after \(before.sequence) in an earlier file; programs drop this as old: never lower it"
            )
        } else if now.sequence == before.sequence {
            if now.isCancelled, !before.isCancelled {
                findings.error(
                    line, .sequence, "the event is cancelled with the SEQUENCE \(now.sequence) it had; raise it by one")
            } else if now.essentials != before.essentials {
                findings.error(
                    line, .sequence,
                    "DTSTART, DTEND, STATUS or LOCATION changed but SEQUENCE is still \(now.sequence); raise it by one")
            }
        }
    }

    private func judgeFeed(
        _ event: CalendarComponent, _ now: Revision, _ before: Revision, _ findings: inout Findings
    ) {
        let line = event.first("DTSTAMP")?.line ?? event.line
        if now.content == before.content, now.modified == before.modified, now.stamp != before.stamp {
            findings.warning(
                line, .stability,
                "nothing but DTSTAMP changed, so the feed is new to every reader each time; write the last revision")
        } else if let stamp = now.stamp, let earlier = before.stamp, stamp < earlier {
            findings.error(line, .stamps, "DTSTAMP is older than in an earlier file; it may only grow")
        } else if now.content != before.content, now.modified != nil, now.modified == before.modified {
            findings.warning(
                event.first("LAST-MODIFIED")?.line ?? event.line, .stamps,
                "the event changed but LAST-MODIFIED did not; set it to the time of the change")
        }
    }

    private func judgeMessage(
        _ event: CalendarComponent, _ now: Revision, _ before: Revision, _ findings: inout Findings
    ) {
        if now.sequence == before.sequence, let stamp = now.stamp, let earlier = before.stamp, stamp <= earlier {
            findings.error(
                event.first("DTSTAMP")?.line ?? event.line, .stamps,
                "DTSTAMP is no newer than in the message before with the same SEQUENCE; programs drop this as old")
        }
        if now.organizer != before.organizer {
            findings.error(
                event.first("ORGANIZER")?.line ?? event.line, .cancel,
                "ORGANIZER is not that of the message before; programs refuse this: keep it for good")
        }
    }

    private func judgeReply(
        _ event: CalendarComponent, _ now: Revision, _ asked: Revision, _ findings: inout Findings
    ) {
        guard now.sequence > asked.sequence else { return }
        findings.error(
            event.first("SEQUENCE")?.line ?? event.line, .sequence,
            "the reply has SEQUENCE \(now.sequence), the message it answers \(asked.sequence); a reply never changes it"
        )
    }

    private mutating func judgeVanished(
        from calendar: CalendarComponent, _ feed: Audience, _ seen: Set<Thread>, _ findings: inout Findings
    ) {
        let gone = latest.keys.filter { $0.audience == feed && !seen.contains($0) }
        for thread in gone.sorted(by: { $0.event.uid < $1.event.uid }) {
            guard latest.removeValue(forKey: thread)?.isCancelled == false else { continue }
            findings.warning(
                calendar.line, .status,
                "the event \(thread.event.uid.quoted) of an earlier file is gone; keep it as STATUS:CANCELLED for 60 days"
            )
        }
    }
}

extension CalendarComponent {
    /// What tells one feed from another.
    fileprivate var nameOfFeed: String {
        ["SOURCE", "URL", "NAME", "X-WR-CALNAME"].lazy.compactMap { first($0)?.value }.first ?? ""
    }
}
