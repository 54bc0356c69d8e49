import CalendarLint
import Testing

/// A sample with one part replaced, and what is then found.
struct Violation: Sendable, CustomTestStringConvertible {
    let sample: String
    let part: String
    let replacement: String
    let findings: [String]

    init(_ sample: String, _ part: String, _ replacement: String, _ findings: String...) {
        self.sample = sample
        self.part = part
        self.replacement = replacement
        self.findings = findings
    }

    var testDescription: String { "\(part) → \(replacement)" }
}

@Suite("what breaks a rule")
struct ViolationTests {
    @Test(
        "nothing is found in a clean feed and clean messages",
        arguments: [
            Samples.feed, Samples.request, Samples.cancel, Samples.reply,
            Samples.cancel.replacing("SUMMARY:Asia", with: "SUMMARY:Asia\nSTATUS:CANCELLED"),
            Samples.request.replacing("NEEDS-ACTION;RSVP=TRUE", with: "ACCEPTED"),
        ])
    func clean(text: String) throws {
        #expect(try Samples.findings(in: text) == [])
    }

    // Some samples break a second rule on the way, which is told as well.
    @Test("is found at its line", arguments: bytes + texts + zones + times + identities + messages + feeds)
    func found(violation: Violation) throws {
        try #require(violation.sample.contains(violation.part))
        let spoiled = violation.sample.replacing(violation.part, with: violation.replacement)
        #expect(try Samples.findings(in: spoiled) == violation.findings)
    }

    private static let bytes = [
        Violation(
            Samples.feed, "Sessions", "Sessions of a program whose description fills more than seventy-five octets",
            "6: rule 1 (error): the line has 87 octets; fold it so that none has more than 75"),
        Violation(Samples.feed, "URL:", "\nURL:", "9: rule 1 (error): the line is empty; leave it out"),
        Violation(
            Samples.feed, "BEGIN:VCALENDAR\n", "\u{FEFF}BEGIN:VCALENDAR\n",
            "1: rule 1 (error): the file begins with a byte order mark; write UTF-8 without one"),
        Violation(
            Samples.feed, "END:VCALENDAR\n", "END:VCALENDAR",
            "36: rule 1 (error): the last line has no end; end it with CRLF"),
        Violation(
            Samples.feed, "END:VCALENDAR\n", "",
            "1: rule 1 (error): “BEGIN:VCALENDAR” is never ended; add its END"),
        Violation(
            Samples.feed, "COLOR:teal", "COLOR:teal\nEND:VEVENT",
            "11: rule 1 (error): “END:VEVENT” ends nothing that was begun; leave it out"),
    ]

    private static let texts = [
        Violation(
            Samples.feed, #"Asia\, week 3"#, "Asia, week 3",
            #"34: rule 2 (error): SUMMARY holds “,” without a backslash before it; write “\,”"#),
        Violation(
            Samples.feed, #"Asia\, week 3"#, #"C:\temp"#,
            #"34: rule 2 (error): SUMMARY holds a backslash that escapes nothing; write “\\” for a backslash, “\n” for a line break"#
        ),
        Violation(
            Samples.feed, "SUMMARY:Asia", "SUMMARY:\u{7}Asia",
            "34: rule 2 (error): the line holds 1 control character(s); leave them out"),
        Violation(
            Samples.feed, "SUMMARY:", "X-LIC-ERROR:Parse error\nSUMMARY:",
            "34: rule 2 (error): X-LIC-ERROR is libical's note that it could not read what was written; correct that and leave the note out"
        ),
        Violation(
            Samples.feed, "SUMMARY:", "no colon here\nSUMMARY:",
            "34: rule 2 (error): “no colon here” has no colon before its value; write NAME;PARAMETER=VALUE:VALUE"),
        Violation(
            Samples.feed, "SUMMARY:", "X_FOO:bar\nSUMMARY:",
            "34: rule 2 (error): “X_FOO:bar” has more than letters, digits and “-” in its name; write NAME;PARAMETER=VALUE:VALUE"
        ),
        Violation(
            Samples.request, "CN=Nova", "CN=The \"Nova\"",
            "5: rule 12 (error): the event has no ORGANIZER; add it",
            "12: rule 2 (error): “ORGANIZER;CN=The \"Nova\":mailto:nova@example.org” has a quotation mark inside a parameter value, where ^' stands for it; write NAME;PARAMETER=VALUE:VALUE"
        ),
        Violation(
            Samples.request, "CN=Nova", "CN=Nova ^ Co",
            "12: rule 2 (warning): a parameter value holds a “^” that is no escape; write it as ^^ (RFC 6868)"),
    ]

    private static let zones = [
        Violation(
            Samples.feed, "Europe/Warsaw", "Europe/Warszawa",
            "32: rule 4 (error): TZID “Europe/Warszawa” is not in the tz database; did you mean Europe/Warsaw?"),
        Violation(
            Samples.feed, "Europe/Warsaw", "/mozilla.org/Europe/Warsaw",
            "32: rule 4 (error): TZID “/mozilla.org/Europe/Warsaw” is not the bare name of a tz database zone; write one such as Europe/Berlin"
        ),
        Violation(
            Samples.feed, "TZID:Europe/Warsaw", "TZID:Europe/Berlin",
            "11: rule 4 (warning): the VTIMEZONE “Europe/Berlin” is used by no time; leave it out",
            "32: rule 4 (error): TZID “Europe/Warsaw” has no VTIMEZONE; add it"),
        Violation(
            Samples.feed, "180000", "180000Z",
            "33: rule 4 (error): DTEND has a TZID and a Z; leave the TZID out"),
        Violation(
            Samples.request, "DTSTART:20270121T160000Z", "DTSTART;TZID=UTC:20270121T160000",
            "9: rule 4 (error): TZID “UTC” is UTC itself; write the time with a Z at its end"),
        Violation(
            Samples.feed, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20370329T010000Z",
            "21: rule 5 (error): Outlook reads only yearly rules like FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU or BYMONTHDAY=1 without UNTIL; write such a one"
        ),
        Violation(
            Samples.feed, "TZOFFSETFROM:+0200\n", "TZOFFSETFROM:+0200\nRDATE:19801025T030000\n",
            "17: rule 5 (error): STANDARD has an RDATE, which Outlook does not read; write one yearly RRULE"),
        Violation(
            Samples.feed, "+0100", "+0130",
            "32: rule 5 (error): by the VTIMEZONE of line 11 this is 30 minutes earlier than by the tz data 2026f, 20270121T160000Z; correct the VTIMEZONE"
        ),
        Violation(
            Samples.feed, "TZOFFSETTO:+0200", "TZOFFSETTO:+1",
            "23: rule 5 (error): TZOFFSETTO is “+1”; write an offset such as +0530"),
        Violation(
            Samples.feed.replacing("BEGIN:STANDARD", with: "BEGIN:SUMMER").replacing("END:STANDARD", with: "END:SUMMER")
                .replacing("DAYLIGHT", with: "STANDARD"), "SUMMER", "DAYLIGHT",
            "13: rule 5 (error): DAYLIGHT has no larger offset than STANDARD; call the larger one DAYLIGHT, whatever the law calls it"
        ),
        // Morocco leaves its +01 for good in September 2026, in mid-year.
        Violation(
            Samples.feed, "Europe/Warsaw", "Africa/Casablanca",
            "32: rule 6 (error): by the VTIMEZONE of line 11 this is 60 minutes earlier than by the tz data 2026f, and no simple one would be exact for Africa/Casablanca around 2027; write 20270121T170000Z"
        ),
    ]

    private static let times = [
        Violation(
            Samples.request, "160000Z", "160000",
            "9: rule 7 (error): DTSTART floats: it is another moment in every zone; add a TZID, or write it in UTC",
            "9: rule 32 (warning): DTSTART floats: GNOME Calendar and elementary Calendar have read it as UTC, and GAS-ICS-Sync in the zone of the calendar it fills; add a TZID, or write it in UTC"
        ),
        Violation(
            Samples.request, "DTEND:20270121T170000Z", "DURATION:P1D",
            "10: rule 7 (warning): the event has a DURATION, whose days some programs count as 24 hours; write DTEND"),
        Violation(
            Samples.request, "20270121T160000Z", "20270229",
            "9: rule 7 (error): DTSTART has “20270229” for a time; write one such as 20270105T170000Z"),
        Violation(
            Samples.request, "20270121T160000Z", "20270228",
            "9: rule 7 (error): DTSTART is a date without saying so; write DTSTART;VALUE=DATE, or a time"),
        Violation(
            Samples.request, "20261202T090000Z", "20261202T090000",
            "7: rule 7 (error): DTSTAMP is not in UTC; write it in UTC, with a Z at its end"),
        Violation(
            Samples.feed, "SUMMARY:", "RRULE:FREQ=WEEKLY;UNTIL=20270201T170000\nSUMMARY:",
            "34: rule 7 (error): UNTIL floats although DTSTART does not; write UNTIL in UTC"),
        Violation(
            Samples.feed, "20270121T17", "20270328T02",
            "32: rule 8 (error): the clocks of Europe/Warsaw skip 2027-03-28T02:00:00; write 20270328T030000",
            "33: rule 30 (error): DTEND is before DTSTART (line 32); write a later one (RFC 5545 §3.8.2.2)"),
        Violation(
            Samples.feed, "20270121T17", "20271031T02",
            "32: rule 8 (warning): the clocks of Europe/Warsaw show 2027-10-31T02:00:00 twice, and programs differ; write the first as 20271031T000000Z",
            "33: rule 30 (error): DTEND is before DTSTART (line 32); write a later one (RFC 5545 §3.8.2.2)"
        ),
    ]

    private static let identities = [
        Violation(Samples.feed, "UID:5f0c\n", "", "26: rule 9 (error): VEVENT has no UID; give it one for good"),
        Violation(
            Samples.request, "UID:5f0c", "UID:" + String(repeating: "0123456789", count: 26).chunked,
            "6: rule 9 (error): the UID has 260 octets; choose one of at most 255 (RFC 7986 §5.3)"),
        Violation(
            Samples.request, "UID:5f0c", "UID:20270121T160000Z-akira@example.org",
            "6: rule 9 (warning): the UID holds the start, which may change; choose an opaque one that stays when the event moves"
        ),
        Violation(
            Samples.reply, "BEGIN:VEVENT",
            """
            BEGIN:VTODO
            UID:5f0c
            DTSTAMP:20261201T090000Z
            END:VTODO
            BEGIN:VEVENT
            """,
            "5: rule 31 (error): the VTODO of a METHOD:REPLY has no ATTENDEE and no ORGANIZER; add what is missing (RFC 5546 §3.4.3)",
            "9: rule 9 (error): UID “5f0c” is also that of line 5; give each its own, or a RECURRENCE-ID",
            "9: rule 31 (error): a message of METHOD:REPLY has a VEVENT beside a VTODO (line 5); send them apart (RFC 5546 §3.2.3)"
        ),
        Violation(
            Samples.request, "SEQUENCE:0", "SEQUENCE:-1",
            "8: rule 10 (error): SEQUENCE is “-1”; write a number from 0 to 2147483647"),
        Violation(
            Samples.feed, "LAST-MODIFIED:20261201T090000Z\nSEQUENCE:0\n", "",
            "26: rule 11 (warning): the event has no SEQUENCE and no LAST-MODIFIED, by which programs tell what is newer; add it"
        ),
        Violation(
            Samples.feed, "DTSTAMP:20261201", "DTSTAMP:20261202",
            "28: rule 11 (warning): DTSTAMP differs from LAST-MODIFIED (line 29); in a feed both are the last revision"),
        Violation(
            Samples.request, "DTSTAMP:20261202T090000Z\n", "", "5: rule 11 (error): VEVENT has no DTSTAMP; add it"),
    ]

    private static let messages = [
        Violation(
            Samples.request, "ATTENDEE", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:zoe@example.net\nATTENDEE",
            "14: rule 12 (error): the event has 2 ATTENDEEs; send each person a message of their own"),
        Violation(
            Samples.request, ";RSVP=TRUE", "",
            "13: rule 12 (error): PARTSTAT is NEEDS-ACTION but no answer is asked for; add RSVP=TRUE"),
        Violation(Samples.request, "SUMMARY:Asia\n", "", "5: rule 12 (error): the event has no SUMMARY; add it"),
        Violation(
            Samples.cancel, "SUMMARY:Asia", "STATUS:CONFIRMED",
            "11: rule 13 (error): STATUS is “CONFIRMED”; write CANCELLED when the event is off, and no STATUS when one person leaves it"
        ),
        Violation(
            Samples.cancel, "END:VEVENT", "BEGIN:VALARM\nEND:VALARM\nEND:VEVENT",
            "14: rule 13 (error): a CANCEL has an alarm; leave the VALARM out"),
        Violation(
            Samples.cancel, "SEQUENCE:1\n", "", "5: rule 13 (error): the event has no SEQUENCE; add it"),
        Violation(
            Samples.reply, ";PARTSTAT=DECLINED", "",
            "13: rule 15 (error): the reply gives no answer; write PARTSTAT=ACCEPTED, DECLINED or TENTATIVE"),
        Violation(
            Samples.reply, "ORGANIZER;CN=Nova:mailto:nova@example.org\n", "",
            "5: rule 15 (error): the event has no ORGANIZER; add it"),
    ]

    private static let feeds = [
        Violation(
            Samples.feed, "VERSION:2.0", "VERSION:2.0\nMETHOD:PUBLISH",
            "3: rule 16 (error): a feed has no METHOD, which Apple rejects; leave it out",
            "27: rule 31 (error): the VEVENT of a METHOD:PUBLISH has no ORGANIZER; add what is missing (RFC 5546 §3.2.1)"
        ),
        Violation(
            Samples.feed, "VERSION:2.0", "VERSION:2.0\nUID:c1",
            "3: rule 16 (error): the calendar itself has a UID, by which vdirsyncer takes all its events for one; leave it out"
        ),
        Violation(
            Samples.feed, "URL:https://nova.example/\nCOLOR:teal\n", "",
            "1: rule 17 (warning): the feed has no COLOR, by which people and programs know it; add what is missing"
        ),
        Violation(
            Samples.feed, ";VALUE=DURATION", "",
            "7: rule 17 (error): REFRESH-INTERVAL has no default type; write REFRESH-INTERVAL;VALUE=DURATION"),
        Violation(
            Samples.feed, "teal", "#008080",
            "10: rule 17 (error): COLOR is “#008080”; write a CSS3 colour name such as teal"),
        Violation(
            Samples.feed, "CONFIRMED", "MAYBE",
            "31: rule 19 (error): STATUS is “MAYBE”; write TENTATIVE, CONFIRMED or CANCELLED"),
        Violation(
            Samples.feed, "CONFIRMED",
            "CANCELLED\nEND:VEVENT\nBEGIN:VEVENT\nUID:9a\nDTSTAMP:20270301T090000Z\nLAST-MODIFIED:20270301T090000Z\nSEQUENCE:0\nSTATUS:TENTATIVE",
            "26: rule 28 (error): VEVENT has no DTSTART; add what is missing (RFC 5545 §3.6.1)",
            "31: rule 19 (warning): the event was cancelled more than 60 days before the feed's last revision; leave it out"
        ),
    ]
}

extension String {
    /// Folded at 60 octets.
    fileprivate var chunked: String {
        var rest = self[...]
        var lines: [Substring] = []
        while !rest.isEmpty {
            lines.append(rest.prefix(60))
            rest = rest.dropFirst(60)
        }
        return lines.joined(separator: "\n ")
    }
}
