import CivilTime
import Foundation
import Mentoring
import MentoringService
import Testing

@testable import ICalendar

@Suite("Large calendars, read piece by piece")
struct ImportLargeTests {
    /// A VCALENDAR of so many events long ago, with an attachment each, and one in the season.
    private static func years(_ count: Int, attaching bytes: Int = 200) -> [UInt8] {
        let attachment = "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + String(repeating: "QUJD", count: bytes / 4)
        let old = (0..<count).map { number in
            "BEGIN:VEVENT\r\nUID:\(number)\r\nDTSTART:20190105T170000Z\r\nDTEND:20190105T180000Z\r\n\(attachment)\r\nEND:VEVENT\r\n"
        }.joined()
        return Array("BEGIN:VCALENDAR\r\n\(old)\(ForeignCalendars.tuesday(rule: ""))\nEND:VCALENDAR\r\n".utf8)
    }

    @Test("pieces may end anywhere", arguments: [1, 2, 3, 7, 64, 1000])
    func pieces(size: Int) throws {
        let event = ForeignCalendars.tuesday(
            "SUMMARY:Zo\u{EB} folded\n  here\nX-A:1\n\t2", start: "DTSTART;TZID=Europe/Ber\n lin:20270105T170000")
        let lines = [
            event, ForeignCalendars.tuesday(start: "DTSTART;TZID=Nowhere:20270105T170000"),
            "BEGIN:VJOURNAL\nEND:VJOURNAL",
        ].joined(separator: "\n")
        let bytes = [0xEF, 0xBB, 0xBF] + ForeignCalendars.calendar(lines)
        let whole = try CalendarReader(zones: Fixture.zones).busyTimes(in: bytes, for: ForeignCalendars().terms())
        #expect(whole.found.count == 26)
        #expect(whole.left.map(\.line) == [13, 19])
        #expect(try ForeignCalendars().large(bytes, pieces: size) == whole)
    }

    @Test("what is not in the season costs no memory and no word, however much it is")
    func old() throws {
        let bytes = Self.years(4000, attaching: 2400)
        #expect(bytes.count > 8 << 20)
        let findings = try ForeignCalendars().large(bytes, pieces: 1 << 16)
        #expect(findings.found.map(\.line) == [4000 * 6 + 2])
        #expect(findings.left == [])
    }

    @Test("a line that nobody reads may be longer than all else, and hold what it likes")
    func longLine() throws {
        var bytes = Array("BEGIN:VCALENDAR\r\nX-PICTURE:".utf8) + [0xFF, 0x00] + Array(repeating: 0x41, count: 3 << 20)
        bytes +=
            Array("\r\n".utf8)
            + Array("\(ForeignCalendars.tuesday("SUMMARY;X=\u{1}:a", rule: ""))\r\nEND:VCALENDAR\r\n".utf8)
        #expect(try ForeignCalendars().large(bytes, pieces: 4096).found.map(\.line) == [3])
    }

    @Test("more than 32 MiB is refused with the number, before the rest is read")
    func tooLarge() throws {
        var reader = try CalendarReader(zones: Fixture.zones).busyTimesReader(for: ForeignCalendars().terms())
        try reader.take(Array("BEGIN:VCALENDAR\nX-A:".utf8))
        let piece = [UInt8](repeating: 0x41, count: 1 << 20)
        for _ in 0..<31 { try reader.take(piece) }
        let error = #expect(throws: BadInput.self) { try reader.take(piece) }
        #expect(error?.message == "has more than 33554432 bytes, the most that is read of a calendar")
    }

    @Test(
        "what would have to be kept has a limit, and is refused with its line",
        arguments: [
            ("BEGIN:VEVENT\nDTSTART:20270105T170000\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n", 10_001, "recur or are in zones"),
            ("BEGIN:VTIMEZONE\nTZID:Mine\nEND:VTIMEZONE\n", 10_001, "recur or are in zones"),
            ("BEGIN:VEVENT\n", 20, "deeper than 16"),
            ("BEGIN:VEVENT\nEXDATE:\(String(repeating: "20270105T170000,", count: 1000))\nEND:VEVENT\n", 10, ""),
            ("EXDATE:\(String(repeating: "20270105T170000,", count: 1000))\n", 100, "has more than 1048576 bytes"),
            ("RDATE:\(String(repeating: "20270105T170000,", count: 100_000))\n", 1, "this line has more than 1048576"),
            ("BEGIN:VALARM\nTRIGGER:1\nDURATION:P1D\nEND:VALARM\n", 12_000, "the VCALENDAR"),
        ])
    func limits(lines: String, count: Int, message: String) throws {
        let bytes = Array(("BEGIN:VCALENDAR\n" + String(repeating: lines, count: count) + "END:VCALENDAR\n").utf8)
        do {
            _ = try ForeignCalendars().large(bytes, pieces: 1 << 16)
            #expect(message.isEmpty || lines.hasPrefix("BEGIN:VALARM"))
        } catch let error as BadInput {
            #expect(!message.isEmpty && error.message.contains(message), "\(error)")
            #expect(error.line != nil)
        }
    }

    @Test("thousands of zones of a hostile file are judged in the time of one reading")
    func manyZones() throws {
        let rule = "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"
        let lines = (0..<2000).map { number in
            "BEGIN:VTIMEZONE\nTZID:Z\(number)\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\n\(rule)\nEND:STANDARD\nEND:VTIMEZONE\n"
                + "BEGIN:VEVENT\nDTSTART;TZID=Z\(number):20270105T170000\nDURATION:PT1H\nEND:VEVENT"
        }.joined(separator: "\n")
        let bytes = ForeignCalendars.calendar(lines)
        let findings = try ForeignCalendars().large(bytes, pieces: 1 << 16)
        #expect(findings.found.count == 2000)
        #expect(Set(findings.found.map(\.time)).count == 1)
    }

    @Test("a zone of a million changes is no zone, and one of the year 9999 no trap")
    func hostileZone() throws {
        let dates = (0..<60_000).map { String(format: "%04d0105T%02d0000", $0 / 24 % 9000 + 1, $0 % 24) }.joined(
            separator: ",")
        let part =
            "BEGIN:STANDARD\nDTSTART:00010101T000000\nTZOFFSETFROM:+2359\nTZOFFSETTO:-2359\nRDATE:\(dates)\nEND:STANDARD\n"
        let event = "BEGIN:VEVENT\nDTSTART;TZID=Mine:20270105T170000\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT"
        let one = ForeignCalendars.calendar("BEGIN:VTIMEZONE\nTZID:Mine\n\(part)END:VTIMEZONE\n\(event)")
        #expect(try ForeignCalendars().large(one, pieces: 1 << 16).found.isEmpty == false)
        let small = part.replacing("RDATE:\(dates)\n", with: "RRULE:FREQ=YEARLY\n")
        let many = ForeignCalendars.calendar(
            "BEGIN:VTIMEZONE\nTZID:Mine\n\(String(repeating: small, count: 2000))END:VTIMEZONE\n\(event)")
        #expect(
            try ForeignCalendars().large(many, pieces: 1 << 16).left.first?.reason.contains("2000 parts, not 1 to 1000")
                == true)
        for season in ["0100-01-04..0100-07-04", "9998-01-04..9998-07-04"] {
            _ = try ForeignCalendars(season: season).large(one, pieces: 1 << 16)
        }
    }

    @Test("so many times are put together where no session has room between them")
    func fewer() throws {
        let lines = (0..<60).map { block in
            let periods = (0..<1000).map { number in
                let minute = (block * 1000 + number) % 10_000
                return String(
                    format: "202701%02dT%02d%02d00Z/PT30S", minute / 1440 + 10, minute / 60 % 24, minute % 60)
            }
            return "BEGIN:VFREEBUSY\nFREEBUSY:\(periods.joined(separator: ","))\nEND:VFREEBUSY"
        }.joined(separator: "\n")
        let findings = try ForeignCalendars().large(ForeignCalendars.calendar(lines), pieces: 1 << 16)
        #expect(findings.found.count < 20_000)
        #expect(findings.found.fewer(than: 100, minutes: 60).count == 1)
        #expect(findings.found.fewer(than: 100_000, minutes: 60) == findings.found)
    }

    @Test(
        "what lies outside the season is passed over, and nothing that reaches into it",
        arguments: [
            ("DTSTART:20270708T100000\nDURATION:PT1H", []),
            ("DTSTART:20270705T000000\nDURATION:PT1H", ["2027-07-05T00:00:00/2027-07-05T01:00:00"]),
            ("DTSTART:20261001T100000\nDURATION:P100D", ["2026-10-01T10:00:00/2027-01-09T10:00:00"]),
            ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20270105", ["2026-12-01T00:00:00/2027-01-05T00:00:00"]),
            ("DTSTART:20200101T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20261230T100000Z", []),
            (
                "DTSTART:20200101T100000\nDURATION:P10D\nRRULE:FREQ=YEARLY;UNTIL=20261231",
                []
            ),
            (
                "DTSTART:20191230T100000\nDURATION:P10D\nRRULE:FREQ=YEARLY;UNTIL=20261231",
                ["2026-12-30T10:00:00/2027-01-09T10:00:00"]
            ),
            (
                "DTSTART:20300101T100000\nDURATION:PT1H\nRDATE:20270105T100000",
                ["2027-01-05T10:00:00/2027-01-05T11:00:00"]
            ),
        ])
    func outside(times: String, busy: [String]) throws {
        #expect(try ForeignCalendars().busy("BEGIN:VEVENT\nUID:a\n\(times)\nEND:VEVENT") == busy)
    }

    @Test("a date that is moved out of the season, or into it, is where it moved")
    func moved() throws {
        let series = ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;COUNT=2")
        func change(of origin: String, to start: String) -> String {
            "\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID;TZID=Europe/Berlin:\(origin)\nDTSTART;TZID=Europe/Berlin:\(start)\nDURATION:PT1H\nEND:VEVENT"
        }
        let first = "2027-01-05T17:00:00/2027-01-05T18:00:00"
        #expect(try ForeignCalendars().busy(series + change(of: "20270112T170000", to: "20280112T170000")) == [first])
        let old = ForeignCalendars.tuesday(
            start: "DTSTART;TZID=Europe/Berlin:20250107T170000", rule: "RRULE:FREQ=WEEKLY;COUNT=2")
        #expect(try ForeignCalendars().busy(old + change(of: "20250114T170000", to: "20270105T170000")) == [first])
    }

    @Test(
        "other programs' files say the same piece by piece",
        .enabled(if: !ForeignCalendars.corpora.isEmpty, "the folder ../shared/corpora is not there"),
        arguments: ForeignCalendars.corpora)
    func corpora(file: URL) throws {
        let bytes = Array(try Data(contentsOf: file))
        for season in ["2027-01-04..2027-07-04", "2011-01-03..2012-12-30"] {
            let calendar = ForeignCalendars(zone: "America/New_York", season: season, owner: "zoe@example.org")
            guard
                let whole = try? CalendarReader(zones: Fixture.zones).busyTimes(in: bytes, for: calendar.terms())
            else { continue }
            #expect(try calendar.large(bytes, pieces: 100) == whole)
        }
    }
}
