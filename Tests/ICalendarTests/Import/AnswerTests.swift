import CivilTime
import Foundation
import ICalendar
import Mentoring
import MentoringService
import Testing

/// Answers to an invitation, read with the shipped zones.
private enum Answer {
    static let vevent = """
        BEGIN:VEVENT
        ORGANIZER;CN=Nova:mailto:contact-k3v9q@example.org
        ATTENDEE;PARTSTAT=ACCEPTED;CN="Raman; Priya":mailto:priya@example.net
        UID:4f1d2c@meridian
        SEQUENCE:3
        DTSTAMP:20261202T101500Z
        END:VEVENT
        """

    /// A calendar with the VEVENT, after some text of it was replaced by another.
    static func calendar(
        method: String = "REPLY", _ old: String = "", _ new: String = "", beside: String = ""
    ) -> [UInt8] {
        let event = old.isEmpty ? vevent : vevent.replacing(old, with: new)
        #expect(old.isEmpty || event != vevent)
        return ForeignCalendars.calendar(
            "METHOD:\(method)\n" + [beside, event].filter { !$0.isEmpty }.joined(separator: "\n"))
    }

    static func read(_ calendar: [UInt8]) throws -> CalendarAnswer {
        try CalendarReader(zones: Fixture.zones).answer(in: calendar)
    }

    /// Why a calendar is no answer.
    static func refusal(_ calendar: [UInt8]) throws -> String {
        try #require(throws: BadInput.self) { try read(calendar) }.message
    }

    /// When a COUNTER with this DTSTART proposes to begin.
    static func proposal(_ start: String, beside: String = "") throws -> String? {
        let bytes = calendar(method: "COUNTER", "SEQUENCE:3", "SEQUENCE:3\n\(start)", beside: beside)
        return try read(bytes).proposedStart?.rfc3339
    }
}

@Suite("An answer in a calendar")
struct AnswerTests {
    @Test("says who answers what, and how")
    func whole() throws {
        let expected = CalendarAnswer(
            method: .reply, uid: "4f1d2c@meridian", organizer: try EmailAddress("contact-k3v9q@example.org"),
            attendee: try EmailAddress("priya@example.net"), sequence: 3,
            stamp: try #require(Instant(rfc3339: "2026-12-02T10:15:00Z")), participation: .accepted)
        #expect(try Answer.read(Answer.calendar()) == expected)
        let lines = String(decoding: Answer.calendar(), as: UTF8.self)
        #expect(try Answer.read(Array(lines.replacing("\r\n", with: "\n").utf8)) == expected)
        #expect(
            try Answer.read(Array(lines.replacing("mailto:priya", with: "mai\r\n lto:pri\r\n\tya").utf8)) == expected)
    }

    @Test(
        "has the PARTSTAT that its ATTENDEE has",
        arguments: [
            ("PARTSTAT=DECLINED", ParticipationStatus.declined), ("partstat=tentative", .tentative),
            ("PARTSTAT=\"ACCEPTED\"", .accepted), ("PARTSTAT=NEEDS-ACTION", .needsAction), ("X-A=B", .needsAction),
            ("PARTSTAT=ACCEPTED;PARTSTAT=ACCEPTED", .accepted),
        ])
    func participation(parameter: String, status: ParticipationStatus) throws {
        #expect(try Answer.read(Answer.calendar("PARTSTAT=ACCEPTED", parameter)).participation == status)
    }

    @Test(
        "has an address from any spelling of mailto",
        arguments: [
            "MAILTO:Priya@Example.NET", "MailTo:priya%40example.net", "mailto:%70riy%61@example%2Enet",
        ])
    func addresses(value: String) throws {
        let answer = try Answer.read(Answer.calendar("mailto:priya@example.net", value))
        #expect(answer.attendee.description == "priya@example.net")
    }

    @Test(
        "is refused when an address is not one, and never split",
        arguments: [
            "priya@example.net", "urn:uuid:1", "invalid:nomail", "mailto:", "mailto:priya",
            "mailto:priya@example.net,mailto:eve@example.com", "mailto:priya@example.net?subject=x",
            "mailto:priya@example.net%0D%0AATTENDEE:mailto:eve@example.com", "mailto:priya@example.net%00",
            "mailto:priya@example.net%E2%80%A8", "mailto:priya@example.net\u{2028}", "mailto:priya@example.net\u{85}",
            "mailto:%E2%84%AAelly@example.net", "mailto:\u{212A}elly@example.net", "mailto: priya@example.net",
            "mailto:priya@example.net%", "mailto:priya%4@example.net", "mailto:priya%zz@example.net",
            "mailto:priya%+40example.net", "mailto:priya%2540example.net", "mailto:<priya@example.net>",
            "mailto:\(String(repeating: "a", count: 65))@example.net",
            "mailto:" + String(repeating: "%61", count: 100_000),
        ])
    func badAddress(value: String) throws {
        let reason = try Answer.refusal(Answer.calendar("mailto:priya@example.net", value))
        #expect(reason.hasPrefix("its ATTENDEE “"))
        #expect(reason.hasSuffix("” is not mailto: and one mail address"))
        #expect(reason.utf8.count < 400 && OneLine.shown(reason) == reason)
        // To whom an answer goes is said by the mail as well.
        let answer = try Answer.read(Answer.calendar("mailto:contact-k3v9q@example.org", value))
        #expect(answer.organizer == nil)
    }

    @Test(
        "is refused when a control character is in a line, with the line",
        arguments: ["\r", "\u{1}", "\u{7F}", "\u{1B}[2J", "\r\r", "\u{B}"])
    func controls(text: String) throws {
        #expect(
            try Answer.refusal(Answer.calendar("mailto:priya@example.net", "mailto:priya@example.net\(text)x"))
                == "its calendar part cannot be read: line 5 makes no sense")
    }

    @Test(
        "is refused with the reason",
        arguments: [
            ("UID:4f1d2c@meridian\n", "", "it has no UID"),
            ("UID:4f1d2c@meridian", "UID:", "its UID has 0 octets; expected 1 to 255"),
            (
                "UID:4f1d2c@meridian", "UID:" + String(repeating: "é", count: 150),
                "its UID has 300 octets; expected 1 to 255"
            ),
            ("UID:4f1d2c@meridian", "UID:a\\nb", "its UID “a\u{FFFD}b” is not one line of text"),
            ("UID:4f1d2c@meridian", "UID:a\u{2028}b", "its UID “a\u{FFFD}b” is not one line of text"),
            ("UID:4f1d2c@meridian", "UID:a\nUID:b", "it has more than one UID"),
            ("UID:4f1d2c@meridian", "UID:a\nRECURRENCE-ID:20270121T113000Z", "it answers for one date of a series"),
            ("ATTENDEE;", "X-ATTENDEE;", "it has no ATTENDEE"),
            (
                "END:", "ATTENDEE:mailto:eve@example.com\nEND:",
                "it answers for several people, and not for who sent it"
            ),
            ("END:", "ORGANIZER:mailto:eve@example.com\nEND:", "it has more than one ORGANIZER"),
            ("DTSTAMP:20261202T101500Z\n", "", "it has no DTSTAMP"),
            ("101500Z", "101500", "its DTSTAMP “20261202T101500” is not a time in UTC"),
            ("T101500Z", "", "its DTSTAMP “20261202” is not a time in UTC"),
            ("T101500Z", "T251500Z", "its DTSTAMP “20261202T251500Z” is not a date or a time"),
            ("SEQUENCE:3", "SEQUENCE:-1", "its SEQUENCE “-1” is not a whole number from 0 to 2147483647"),
            ("SEQUENCE:3", "SEQUENCE:+1", "its SEQUENCE “+1” is not a whole number from 0 to 2147483647"),
            ("SEQUENCE:3", "SEQUENCE:", "its SEQUENCE “” is not a whole number from 0 to 2147483647"),
            (
                "SEQUENCE:3", "SEQUENCE:2147483648",
                "its SEQUENCE “2147483648” is not a whole number from 0 to 2147483647"
            ),
            ("SEQUENCE:3", "SEQUENCE:3\nSEQUENCE:4", "it has more than one SEQUENCE"),
            (
                "=ACCEPTED", "=COMPLETED",
                "its PARTSTAT “COMPLETED” is not ACCEPTED, DECLINED, TENTATIVE or NEEDS-ACTION"
            ),
            (
                "=ACCEPTED", "=ACCEPTED;PARTSTAT=DECLINED",
                "its calendar part cannot be read: line 5 makes no sense"
            ),
            ("VEVENT", "VTODO", "its calendar part does not hold exactly one VEVENT"),
            (
                "END:VEVENT", "END:VEVENT\nBEGIN:VEVENT\nEND:VEVENT",
                "its calendar part does not hold exactly one VEVENT"
            ),
            (
                "END:VEVENT", "END:VEVENT\nBEGIN:VFREEBUSY\nEND:VFREEBUSY",
                "its calendar part does not hold exactly one VEVENT"
            ),
            (
                "END:VEVENT", "END:VEVENT\nMETHOD:COUNTER", "it has more than one METHOD"
            ),
            (
                "END:VEVENT", "END:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR\nMETHOD:REPLY",
                "its calendar part is not one VCALENDAR"
            ),
            (
                "UID:", "UID:a\0", "its calendar part cannot be read: line 6: this line holds a NUL byte: no calendar"
            ),
        ])
    func refused(old: String, new: String, reason: String) throws {
        #expect(try Answer.refusal(Answer.calendar(old, new)) == reason)
    }

    @Test(
        "is no other method",
        arguments: ["REQUEST", "CANCEL", "PUBLISH", "REFRESH", "DECLINECOUNTER", "ADD", "RE\u{202E}PLY", ""])
    func methods(method: String) throws {
        #expect(
            try Answer.refusal(Answer.calendar(method: method))
                == "its calendar part is METHOD:\(OneLine.shown(method)), no answer to an invitation")
    }

    @Test("is within the limits of all calendars that come in")
    func limits() throws {
        let long = Answer.calendar() + Array(repeating: 0x0A, count: 1 << 20)
        #expect(try Answer.refusal(long).hasPrefix("its calendar part has more than 1048576 bytes"))
        let deep = String(repeating: "BEGIN:A\n", count: 20)
        #expect(try Answer.refusal(Answer.calendar(beside: deep)).contains("deeper than 16"))
    }

    @Test("is answered at 0 where it says nothing of SEQUENCE, and needs no ORGANIZER if its mail has one recipient")
    func defaults() throws {
        #expect(try Answer.read(Answer.calendar("SEQUENCE:3\n", "")).sequence == 0)
        let recipient = try EmailAddress("contact-9@example.org")
        let reader = CalendarReader(zones: Fixture.zones)
        let bare = Answer.calendar("ORGANIZER;", "X-ORGANIZER;")
        #expect(try reader.answer(in: bare, sentTo: recipient).organizer == recipient)
        #expect(try reader.answer(in: Answer.calendar(), sentTo: recipient).organizer != recipient)
    }

    @Test(
        "has a comment of one safe line",
        arguments: [
            ("COMMENT:Later\\, please\\; or \\\\ not\\Nthen", "Later, please; or \\ not then"), ("COMMENT:", nil),
            ("COMMENT:\\n \\n", nil), ("COMMENT:a\nCOMMENT;LANGUAGE=de:b", "a b"),
            ("COMMENT:a\u{202E}b\u{9B}c", "a\u{FFFD}b\u{FFFD}c"), ("COMMENT:a\\", "a"),
            ("COMMENT:a\u{2028}BEGIN:VEVENT", "a BEGIN:VEVENT"),
        ] as [(String, String?)])
    func comments(lines: String, comment: String?) throws {
        #expect(try Answer.read(Answer.calendar("SEQUENCE:3", "SEQUENCE:3\n\(lines)")).comment == comment)
    }

    @Test("has at most 500 bytes of a comment", arguments: ["a", "é", "名", "🍵", "\u{9B}", "e\u{301}"])
    func longComment(letter: String) throws {
        let lines = "SEQUENCE:3\nCOMMENT:" + String(repeating: letter, count: 10_000)
        let comment = try #require(try Answer.read(Answer.calendar("SEQUENCE:3", lines)).comment)
        #expect((480...500).contains(comment.utf8.count))
        #expect(comment.hasSuffix("…"))
    }

    @Test("keeps of a book in it not much more than anybody reads")
    func book() throws {
        func read(_ lines: String) throws -> AnswerText {
            try CalendarReader(zones: Fixture.zones).answerAndText(
                in: Answer.calendar("SEQUENCE:3", "SEQUENCE:3\n\(lines)")
            ).text
        }
        let most = WrittenMail.longestText
        for comment in [
            "COMMENT:" + String(repeating: "a b ", count: 150_000),
            "COMMENT:" + String(repeating: "\\n", count: 250_000) + "x",
            "COMMENT:" + String(repeating: "🍵", count: 150_000),
            "COMMENT:" + String(repeating: "e\u{301}", count: 150_000),
            [String](repeating: "COMMENT:abcdefghi", count: 20_000).joined(separator: "\n"),
        ] {
            let kept = try read(comment).comment.utf8.count
            // That there is more shows.
            #expect(kept > most && kept <= 4 * most, "\(comment.prefix(20))")
        }
        #expect(try read("COMMENT:One\nCOMMENT:Two").comment == "One\nTwo")
        let note = String(repeating: "<b>", count: 150_000)
        let noted = Answer.calendar(
            "ATTENDEE;PARTSTAT=ACCEPTED", "ATTENDEE;PARTSTAT=ACCEPTED;X-RESPONSE-COMMENT=\"\(note)\"")
        let text = try CalendarReader(zones: Fixture.zones).answerAndText(in: noted).text
        #expect(try #require(text.note).utf8.count <= 4 * most)
        let lines = try read("DESCRIPTION:" + String(repeating: "line\\nCode: nova\\n", count: 500)).details
        #expect(lines.count == 200)
        // What stands behind our own description, or in place of it, is somebody else's.
        #expect(try read("DESCRIPTION:Where: IRC\\nCode: nova\\nI am ill").details == ["Where: IRC", "Code: nova"])
        #expect(try read("DESCRIPTION:I am ill").details.isEmpty)
    }

    @Test(
        "may propose another time in any zone that is known by name",
        arguments: [
            "DTSTART:20270121T140000Z", "DTSTART;TZID=Europe/Berlin:20270121T150000",
            "DTSTART;TZID=W. Europe Standard Time:20270121T150000", "DTSTART;TZID=Asia/Calcutta:20270121T193000",
            "DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Kolkata:20270121T193000",
        ])
    func proposals(start: String) throws {
        #expect(try Answer.proposal(start) == "2027-01-21T14:00:00Z")
        let reply = Answer.calendar("SEQUENCE:3", "SEQUENCE:3\n\(start)")
        #expect(try Answer.read(reply).proposedStart == nil)
    }

    /// As Outlook has the zones that a person made or changed.
    private static let customized = """
        BEGIN:VTIMEZONE
        TZID:Customized Time Zone
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        """

    @Test(
        "may propose another time by a VTIMEZONE of its own, which shows what Berlin shows",
        arguments: [
            "20270121T150000", "20270328T015959", "20270328T020000", "20270328T023000", "20270328T030000",
            "20270701T120000", "20271031T015959", "20271031T020000", "20271031T023000", "20271031T030000",
            "20270101T000000", "20271231T235959",
        ])
    func ownZone(reading: String) throws {
        let own = try Answer.proposal("DTSTART;TZID=Customized Time Zone:\(reading)", beside: Self.customized)
        #expect(try own == Answer.proposal("DTSTART;TZID=Europe/Berlin:\(reading)"))
    }

    @Test("may propose another time by a VTIMEZONE whose rules end later")
    func endedZone() throws {
        let block = Self.customized.replacing("BYMONTH=3", with: "BYMONTH=3;UNTIL=20300101T000000Z")
        let own = try Answer.proposal("DTSTART;TZID=Customized Time Zone:20270701T120000", beside: block)
        #expect(try own == Answer.proposal("DTSTART;TZID=Europe/Berlin:20270701T120000"))
    }

    @Test("may propose a time in a zone of one offset")
    func fixedZone() throws {
        let block = """
            BEGIN:VTIMEZONE
            TZID:Mine
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0545
            TZOFFSETTO:+0545
            END:STANDARD
            END:VTIMEZONE
            """
        #expect(try Answer.proposal("DTSTART;TZID=Mine:20270121T194500", beside: block) == "2027-01-21T14:00:00Z")
        let negative = block.replacing("+0545", with: "-003015")
        #expect(try Answer.proposal("DTSTART;TZID=Mine:20270121T132945", beside: negative) == "2027-01-21T14:00:00Z")
        for broken in ["+2545", "0545", "+5", "+05:45", "+0560", ""] {
            let block = block.replacing("TZOFFSETTO:+0545", with: "TZOFFSETTO:\(broken)")
            #expect(throws: BadInput.self) { try Answer.proposal("DTSTART;TZID=Mine:20270121T194500", beside: block) }
        }
    }

    @Test(
        "is refused when its own VTIMEZONE cannot be followed",
        arguments: [
            ("FREQ=YEARLY", "FREQ=DAILY"), ("INTERVAL=1", "INTERVAL=4"), ("BYMONTH=3", "BYMONTH=3;BYHOUR=1,2"),
            ("BYMONTH=3", "BYMONTH=3;UNTIL=2030"), ("DTSTART:1601", "X-START:1601"),
            ("TZOFFSETFROM:+0100", "TZOFFSETFROM:+01"), ("BEGIN:DAYLIGHT", "BEGIN:DAYLIGHT\nDTSTART:16010101T000000"),
            ("END:VTIMEZONE", "END:VTIMEZONE\nBEGIN:VTIMEZONE\nTZID:Customized Time Zone\nEND:VTIMEZONE"),
            ("DAYLIGHT", "SUMMER"), ("TZID:", "TZID:My "),
        ])
    func brokenZone(old: String, new: String) throws {
        let block = Self.customized.replacing(old, with: new)
        #expect(block != Self.customized)
        let error = #expect(throws: BadInput.self) {
            try Answer.proposal("DTSTART;TZID=Customized Time Zone:20270121T150000", beside: block)
        }
        #expect(error?.message.hasPrefix("its zone “Customized Time Zone” is not a name") ?? false)
    }

    @Test("trusts no VTIMEZONE that has the name of a known zone")
    func misnamed() throws {
        let liar = Self.customized.replacing("Customized Time Zone", with: "Asia/Tokyo")
        #expect(try Answer.proposal("DTSTART;TZID=Asia/Tokyo:20270121T230000", beside: liar) == "2027-01-21T14:00:00Z")
    }

    @Test(
        "is refused when it proposes no time",
        arguments: [
            ("X-A:b", "it has no DTSTART"),
            ("DTSTART:20270121T150000", "the time it proposes, “20270121T150000”, is in no zone"),
            ("DTSTART;VALUE=DATE:20270121", "the time it proposes, “20270121”, is in no zone"),
            ("DTSTART;TZID=Europe/Berlin:20270121", "the time it proposes, “20270121”, is in no zone"),
            ("DTSTART:20270121T140000Z\nDTSTART:20270121T150000Z", "it has more than one DTSTART"),
            ("DTSTART:20271321T140000Z", "its DTSTART “20271321T140000Z” is not a date or a time"),
            (
                "DTSTART;TZID=Nowhere:20270121T150000",
                "its zone “Nowhere” is not a name of the tz database such as Europe/Berlin"
            ),
        ])
    func noProposal(lines: String, reason: String) throws {
        let bytes = Answer.calendar(method: "COUNTER", "SEQUENCE:3", "SEQUENCE:3\n\(lines)", beside: Self.customized)
        #expect(try Answer.refusal(bytes) == reason)
    }

    @Test("that is damaged in any way is read or refused in words", arguments: 0..<4)
    func damage(seed: Int) throws {
        var chance = SeededGenerator(seed: UInt64(seed))
        let sample = Answer.calendar(
            method: "COUNTER", "SEQUENCE:3", "SEQUENCE:3\nDTSTART;TZID=Customized Time Zone:20270121T150000",
            beside: Self.customized)
        for _ in 0..<250 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...6, using: &chance) {
                let position = Int.random(in: bytes.indices, using: &chance)
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
                case 1: bytes[position] = "0:;=,/\r\n \"\0-TZP%\\".utf8.randomElement(using: &chance) ?? 0
                case 2: bytes.remove(at: position)
                default: bytes.insert(contentsOf: bytes[position...].prefix(40), at: position)
                }
            }
            do {
                let answer = try Answer.read(bytes)
                #expect(answer.uid.utf8.count <= 255 && OneLine.shown(answer.uid) == answer.uid)
            } catch let error as BadInput {
                #expect(!error.message.isEmpty && OneLine.shown(error.message) == error.message)
            }
        }
    }
}
