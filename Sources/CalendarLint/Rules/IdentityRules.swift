import CivilTime

/// Rules 9 to 11: what makes an event the same event in every program, and tells its newer state from its older.
enum IdentityRules {
    private static let longestUID = 255

    static func judge(_ calendar: CalendarComponent, _ method: CalendarMethod, _ findings: inout Findings) {
        var lines: [OccurrenceID: Int] = [:]
        for item in calendar.children where ["VEVENT", "VTODO", "VJOURNAL"].contains(item.kind) {
            judgeUID(item, &findings)
            if let identity = OccurrenceID(of: item), let other = lines.updateValue(item.line, forKey: identity) {
                findings.error(
                    item.line, .identity,
                    "UID \(identity.uid.quoted) is also that of line \(other); give each its own, or a RECURRENCE-ID")
            }
            judgeSequence(item, &findings)
            judgeStamps(item, isInFeed: method == .feed, &findings)
        }
    }

    private static func judgeUID(_ item: CalendarComponent, _ findings: inout Findings) {
        let uids = item.all("UID")
        guard let uid = uids.first, !uid.value.isEmpty else {
            findings.error(uids.first?.line ?? item.line, .identity, "\(item.kind) has no UID; give it one for good")
            return
        }
        if uids.count > 1 {
            findings.error(uids[1].line, .identity, "\(item.kind) has \(uids.count) UIDs; leave one")
        }
        if uid.value.utf8.count > longestUID {
            findings.error(
                uid.line, .identity,
                "the UID has \(uid.value.utf8.count) octets; choose one of at most \(longestUID) (RFC 7986 §5.3)")
        } else if let start = item.first("DTSTART")?.value, start.utf8.count >= 15, uid.value.utf8.count >= 15,
            uid.value.contains(start.prefix(15))
        {
            findings.warning(
                uid.line, .identity,
                "the UID holds the start, which may change; choose an opaque one that stays when the event moves")
        }
    }

    private static func judgeSequence(_ item: CalendarComponent, _ findings: inout Findings) {
        let sequences = item.all("SEQUENCE")
        if sequences.count > 1 {
            findings.error(sequences[1].line, .sequence, "\(item.kind) has \(sequences.count) SEQUENCEs; leave one")
        }
        if let sequence = sequences.first, sequence.sequence == nil {
            findings.error(
                sequence.line, .sequence, "SEQUENCE is \(sequence.value.quoted); write a number from 0 to 2147483647")
        }
    }

    private static func judgeStamps(_ item: CalendarComponent, isInFeed: Bool, _ findings: inout Findings) {
        let stamps = item.all("DTSTAMP")
        if stamps.count != 1 {
            findings.error(
                stamps.last?.line ?? item.line, .stamps,
                stamps.isEmpty
                    ? "\(item.kind) has no DTSTAMP; add it" : "\(item.kind) has \(stamps.count) DTSTAMPs; leave one")
        }
        guard isInFeed, item.kind == "VEVENT" else { return }
        let missing = ["SEQUENCE", "LAST-MODIFIED"].filter { item.first($0) == nil }
        if !missing.isEmpty {
            findings.warning(
                item.line, .stamps,
                "the event has no \(missing.joined(separator: " and no ")), by which programs tell what is newer; add it"
            )
        }
        if let stamp = stamps.first, let modified = item.first("LAST-MODIFIED"), stamp.value != modified.value {
            findings.warning(
                stamp.line, .stamps,
                "DTSTAMP differs from LAST-MODIFIED (line \(modified.line)); in a feed both are the last revision")
        }
    }
}

/// What identifies an event in a file (RFC 5545 §3.8.4.4).
struct OccurrenceID: Hashable {
    let uid: String
    /// The occurrence of a recurring event; nil for the event itself.
    let recurrence: String?

    init?(of item: CalendarComponent) {
        guard let uid = item.first("UID")?.value, !uid.isEmpty else { return nil }
        self.uid = uid
        recurrence = item.first("RECURRENCE-ID")?.value
    }
}

extension ContentLine {
    /// The value of a SEQUENCE: an INTEGER that is not negative (RFC 5545 §3.8.7.4).
    var sequence: Int? { Int32(value).flatMap { $0 >= 0 ? Int($0) : nil } }
}
