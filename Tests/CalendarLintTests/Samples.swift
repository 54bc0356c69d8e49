import CalendarLint
import TimeZoneCatalog

/// Small files in which nothing is found, for tests to spoil.
enum Samples {
    static let feed = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Example//EN
        NAME:Nova
        X-WR-CALNAME:Nova
        DESCRIPTION:Sessions
        REFRESH-INTERVAL;VALUE=DURATION:PT1H
        X-PUBLISHED-TTL:PT1H
        URL:https://nova.example/
        COLOR:teal
        BEGIN:VTIMEZONE
        TZID:Europe/Warsaw
        BEGIN:STANDARD
        DTSTART:19701025T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:19700329T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:5f0c
        DTSTAMP:20261201T090000Z
        LAST-MODIFIED:20261201T090000Z
        SEQUENCE:0
        STATUS:CONFIRMED
        DTSTART;TZID=Europe/Warsaw:20270121T170000
        DTEND;TZID=Europe/Warsaw:20270121T180000
        SUMMARY:Asia\\, week 3
        END:VEVENT
        END:VCALENDAR

        """

    static let request = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Example//EN
        METHOD:REQUEST
        BEGIN:VEVENT
        UID:5f0c
        DTSTAMP:20261202T090000Z
        SEQUENCE:0
        DTSTART:20270121T160000Z
        DTEND:20270121T170000Z
        SUMMARY:Asia
        ORGANIZER;CN=Nova:mailto:nova@example.org
        ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:ola@example.net
        END:VEVENT
        END:VCALENDAR

        """

    static let cancel =
        request
        .replacing("METHOD:REQUEST", with: "METHOD:CANCEL").replacing("SEQUENCE:0", with: "SEQUENCE:1")
        .replacing(";PARTSTAT=NEEDS-ACTION;RSVP=TRUE", with: "")

    static let reply =
        request
        .replacing("METHOD:REQUEST", with: "METHOD:REPLY")
        .replacing("NEEDS-ACTION;RSVP=TRUE", with: "DECLINED")

    /// What is found in files given in order, the last one's only; bare line feeds stand for CRLF.
    static func findings(in texts: String...) throws(NotACalendar) -> [String] {
        var lint = CalendarLint(zones: .shipped)
        var last: [Finding] = []
        for text in texts { last = try lint.findings(inNext: Array(text.replacing("\n", with: "\r\n").utf8)) }
        return last.map(\.description)
    }

    /// What is found in bytes as they are.
    static func findings(in bytes: [UInt8]) throws(NotACalendar) -> [String] {
        var lint = CalendarLint(zones: .shipped)
        return try lint.findings(inNext: bytes).map(\.description)
    }
}
