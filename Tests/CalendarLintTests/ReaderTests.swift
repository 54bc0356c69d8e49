import CalendarLint
import Testing
import TimeZoneCatalog

@Suite("the lint's reader")
struct ReaderTests {
    @Test(
        "refuses what is no calendar, with the line",
        arguments: [
            ("", "1: the file is empty; an iCalendar file begins with BEGIN:VCALENDAR"),
            ("\n\n", "1: the file is empty; an iCalendar file begins with BEGIN:VCALENDAR"),
            (
                "\n<html>\n",
                "2: the file begins with “<html>”; an iCalendar file begins with BEGIN:VCALENDAR"
            ),
            ("BEGIN:VEVENT\n", "1: the file begins with “BEGIN:VEVENT”; an iCalendar file begins with BEGIN:VCALENDAR"),
            (
                "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:VEVENT\n", count: 16),
                "17: components are nested more than 16 deep"
            ),
        ])
    func refused(text: String, message: String) {
        let error = #expect(throws: NotACalendar.self) { try Samples.findings(in: text) }
        #expect(error?.description == message)
    }

    // Four times what is taken in; 16 MiB and a million lines, as it was, took some seconds and hundreds of MiB.
    @Test("refuses more than 4 MiB, and more than 250,000 content lines")
    func limits() {
        #expect(throws: NotACalendar.self) {
            try Samples.findings(in: [UInt8](repeating: 0x20, count: CalendarLint.mostBytes + 1))
        }
        #expect(throws: NotACalendar.self) {
            try Samples.findings(in: Array(("BEGIN:VCALENDAR\r\n" + String(repeating: "A:\n", count: 250_000)).utf8))
        }
    }

    @Test("counts physical lines through folds, and finds a fold inside a character")
    func folds() throws {
        let text = Samples.feed.replacing("SUMMARY:Asia", with: "SUMMARY:As\n i\n\ta")
        #expect(try Samples.findings(in: text) == [])
        var bytes = Array(text.replacing("\n", with: "\r\n").replacing("Asia", with: "Azja").utf8)
        let place = try #require(bytes.indices.last { bytes[$0] == UInt8(ascii: "3") })
        bytes.replaceSubrange(place...place, with: [0xC3, 0x0D, 0x0A, 0x20, 0xA9])
        #expect(
            try Samples.findings(in: bytes) == [
                "37: rule 1 (error): the fold lies inside a UTF-8 character; fold between characters"
            ])
    }

    @Test("tells once of line feeds without carriage returns")
    func lineFeeds() throws {
        let bytes = Array(Samples.request.utf8)
        #expect(
            try Samples.findings(in: bytes) == [
                "1: rule 1 (error): 15 line(s) from here on end with LF alone; end every line with CRLF"
            ])
    }

    @Test("tells of bytes that are not UTF-8")
    func encoding() throws {
        var bytes = Array(Samples.request.replacing("\n", with: "\r\n").utf8)
        let place = try #require(bytes.firstRange(of: Array("Asia".utf8))?.lowerBound)
        bytes[place] = 0xE9
        #expect(
            try Samples.findings(in: bytes) == ["11: rule 1 (error): the line is not UTF-8; write the file in UTF-8"])
    }

    @Test("reads VTIMEZONEs that Outlook cannot, and finds no fault with their offsets")
    func complexZones() throws {
        let history = """
            BEGIN:STANDARD
            DTSTART:19450101T000000
            RDATE:19460101T000000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:19770403T020000
            RRULE:FREQ=YEARLY;UNTIL=19800406T010000Z;BYMONTH=4;BYDAY=SU;
             BYMONTHDAY=1,2,3,4,5,6,7
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            END:DAYLIGHT

            """
        let text = Samples.feed.replacing("BEGIN:STANDARD", with: history + "BEGIN:STANDARD")
        let found = try Samples.findings(in: text)
        #expect(found.count == 3)
        #expect(found[0].contains("the VTIMEZONE has 2 STANDARD and 2 DAYLIGHT"))
        #expect(found[1].hasPrefix("15: rule 5 (error): STANDARD has an RDATE"))
        #expect(found[2].hasPrefix("21: rule 5 (error): Outlook reads only"))
    }

    @Test("finds that a VTIMEZONE serves the start of a series but not its summer")
    func series() throws {
        let winterOnly = Samples.feed.replacing("SUMMARY:", with: "RRULE:FREQ=WEEKLY\nSUMMARY:")
            .replacing("BYMONTH=3", with: "BYMONTH=5")
        #expect(
            try Samples.findings(in: winterOnly) == [
                "32: rule 5 (error): by the VTIMEZONE of line 11 the series is on 2027-04-01 60 minutes later than by the tz data 2026f, 20270401T150000Z; correct the VTIMEZONE"
            ])
        #expect(
            try Samples.findings(in: winterOnly.replacing("WEEKLY", with: "WEEKLY;UNTIL=20270331T000000Z")) == [])
    }

    @Test("never traps on spoiled bytes, tells at most a thousand findings, and the same each time")
    func hostile() throws {
        var random = SeededGenerator(seed: 5545)
        let samples = [Samples.feed, Samples.request, Samples.reply].map {
            Array($0.replacing("\n", with: "\r\n").utf8)
        }
        let scraps = [
            "\r\n", "\n ", "BEGIN:VEVENT\r\n", "END:VTIMEZONE\r\n", ";", ":", "\"", "^", ",", "\\", "-1SU",
            "99999999999",
            "TZID=", "RRULE:", "20270328T023000", "UNTIL=", "BYMONTHDAY=-31", "\u{0}", "é", "DTSTART", "UTC", "+9999",
            "00010101T000000",
            "99991231T235959",
        ].map { Array($0.utf8) }
        for _ in 0..<3000 {
            var bytes = samples.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let start = Int.random(in: 15..<bytes.count, using: &random)
                let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
                let scrap = scraps.randomElement(using: &random) ?? []
                bytes.replaceSubrange(
                    start..<end, with: Bool.random(using: &random) ? scrap : [UInt8.random(in: 0...255, using: &random)]
                )
            }
            guard let found = try? Samples.findings(in: bytes) else { continue }
            #expect(found.count <= CalendarLint.mostFindings)
            #expect(try Samples.findings(in: bytes) == found)
        }
    }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
