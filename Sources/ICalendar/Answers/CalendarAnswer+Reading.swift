import CivilTime
import Mentoring
import MentoringService
import TimeZoneCatalog

extension CalendarAnswer {
    /// The most octets that a UID may have (RFC 7986 §5.3 leaves it open; 255 is what everybody keeps to).
    static let uidLimit = 255
    /// The most bytes that are kept of a comment.
    static let commentLimit = 500

    /// Reads the outermost components of a calendar.
    /// - Throws: `Unusable` saying of the mail why it holds no answer.
    init(_ roots: [ForeignComponent], zones: TimeZoneCatalog, recipient: EmailAddress?, sender: EmailAddress?) throws {
        guard let calendar = roots.first, roots.count == 1, calendar.name == "VCALENDAR" else {
            throw Unusable("its calendar part is not one VCALENDAR")
        }
        try calendar.requireReadable()
        let named = try calendar.required("METHOD").value
        guard let method = Method(rawValue: named.lowercased()) else {
            throw Unusable(
                "its calendar part is METHOD:\(OneLine.excerpt(named, bytes: 60)), no answer to an invitation")
        }
        let entries = calendar.children.filter { $0.name != "VTIMEZONE" }
        guard let event = entries.first, entries.count == 1, event.name == "VEVENT" else {
            throw Unusable("its calendar part does not hold exactly one VEVENT")
        }
        try event.requireReadable()
        guard try event.only("RECURRENCE-ID") == nil else { throw Unusable("it answers for one date of a series") }
        let zones = ForeignZones(catalog: zones, own: .utc)
        let attendee = try event.attendee(of: sender)
        // What is no mail address, as `invalid:nomail`, names nobody; the address that the mail went to does.
        let organizer = try event.only("ORGANIZER").flatMap { try? $0.mailAddress() } ?? recipient
        self.init(
            method: method, uid: try event.identity(), organizer: organizer, attendee: try attendee.mailAddress(),
            sequence: try event.sequence(), stamp: try event.stamp(zones),
            participation: try attendee.participation(), comment: event.comment(),
            proposedStart: method == .counter ? try event.proposedStart(in: calendar, zones) : nil)
    }
}

extension ForeignComponent {
    fileprivate func requireReadable() throws(Unusable) {
        if let brokenLine { throw Unusable("its calendar part cannot be read: line \(brokenLine) makes no sense") }
    }

    /// The one property of the name.
    fileprivate func required(_ name: String) throws(Unusable) -> ForeignProperty {
        guard let property = try only(name) else { throw Unusable("it has no \(name)") }
        return property
    }

    /// The one ATTENDEE, or of several that of who sent the answer: some programs send the others along.
    fileprivate func attendee(of sender: EmailAddress?) throws(Unusable) -> ForeignProperty {
        let all = all("ATTENDEE")
        guard all.count > 1 else { return try required("ATTENDEE") }
        let own = all.filter { (try? $0.mailAddress()) == sender && sender != nil }
        guard let first = own.first else {
            throw Unusable("it answers for several people, and not for who sent it")
        }
        let answer = try first.participation()
        for other in own where try other.participation() != answer {
            throw Unusable("it has more than one ATTENDEE for \(Unusable.quoted(first.value))")
        }
        return first
    }

    /// UID.
    fileprivate func identity() throws(Unusable) -> String {
        let uid = try required("UID").text
        guard (1...CalendarAnswer.uidLimit).contains(uid.utf8.count) else {
            throw Unusable("its UID has \(uid.utf8.count) octets; expected 1 to \(CalendarAnswer.uidLimit)")
        }
        guard OneLine.shown(uid) == uid else {
            throw Unusable("its UID \(Unusable.quoted(uid)) is not one line of text")
        }
        return uid
    }

    /// SEQUENCE, which is 0 where there is none.
    fileprivate func sequence() throws(Unusable) -> Int {
        guard let text = try only("SEQUENCE")?.value else { return 0 }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int32(text) else {
            throw Unusable("its SEQUENCE \(Unusable.quoted(text)) is not a whole number from 0 to \(Int32.max)")
        }
        return Int(number)
    }

    /// DTSTAMP.
    fileprivate func stamp(_ zones: ForeignZones) throws -> Instant {
        let property = try required("DTSTAMP")
        guard property.value.hasSuffix("Z") else {
            throw Unusable("its DTSTAMP \(Unusable.quoted(property.value)) is not a time in UTC")
        }
        return try zones.instant(of: zones.time(property))
    }

    /// All COMMENTs in one line; nil where they say nothing.
    fileprivate func comment() -> String? {
        let words = AnswerText.comment(of: all("COMMENT")).split(whereSeparator: \.isWhitespace)
        let line = OneLine.excerpt(words.joined(separator: " "), bytes: CalendarAnswer.commentLimit)
        return line.isEmpty ? nil : line
    }

    /// DTSTART as an instant, by the name of its zone, or by the calendar's own VTIMEZONE where nobody knows the name.
    fileprivate func proposedStart(in calendar: ForeignComponent, _ zones: ForeignZones) throws -> Instant {
        let property = try required("DTSTART")
        let tzid = property.parameters["TZID"]
        guard property.value.utf8.count > 8, property.value.hasSuffix("Z") || tzid != nil else {
            throw Unusable("the time it proposes, \(Unusable.quoted(property.value)), is in no zone")
        }
        do {
            return try zones.instant(of: zones.time(property))
        } catch let unknown as Unusable {
            let floating = ForeignProperty(name: "DTSTART", parameters: [:], value: property.value)
            let year = try zones.time(floating).local.date.year
            let blocks = calendar.children.filter { $0.name == "VTIMEZONE" && $0.all("TZID").map(\.value) == [tzid] }
            guard blocks.count == 1, let zone = try? FileZone(blocks[0], years: year - 1...year + 1) else {
                throw unknown
            }
            return try zone.rules.resolve(zones.time(floating).local).instant
        }
    }
}

extension ForeignProperty {
    /// PARTSTAT, which is NEEDS-ACTION where there is none.
    fileprivate func participation() throws(Unusable) -> ParticipationStatus {
        guard let text = parameters["PARTSTAT"] else { return .needsAction }
        // Whoever sends somebody else does not come.
        if text.uppercased() == "DELEGATED" { return .declined }
        guard let status = ParticipationStatus(rawValue: text.uppercased()) else {
            throw Unusable("its PARTSTAT \(Unusable.quoted(text)) is not ACCEPTED, DECLINED, TENTATIVE or NEEDS-ACTION")
        }
        return status
    }
}
