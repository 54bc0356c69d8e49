import CivilTime
import Foundation
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@testable import ICalendar

@Suite("Zones that only a calendar's own VTIMEZONE explains")
struct FileZoneTests {
    @Test("are read by it, whatever they are called", arguments: ZoneBlocks.names)
    func names(name: String) throws {
        let parameter = "\"\(name.replacing("\\,", with: ","))\""
        let block = ZoneBlocks.berlin.replacing("TZID:Mine", with: "TZID:\(name)")
        for (time, busy) in [
            ("20270202T170000", "2027-02-02T17:00:00/2027-02-02T18:00:00"),
            ("20270602T170000", "2027-06-02T17:00:00/2027-06-02T18:00:00"),
        ] {
            #expect(try ForeignCalendars().busy(block + "\n" + ZoneBlocks.event(time, zone: parameter)) == [busy])
            // The block may stand behind what it explains.
            #expect(try ForeignCalendars().busy(ZoneBlocks.event(time, zone: parameter) + "\n" + block) == [busy])
        }
    }

    @Test(
        "may be named with a colon without quotation marks, as Microsoft's are",
        arguments: ["tzone://Microsoft/Custom", "tzone://Microsoft/Custom;VALUE=DATE-TIME", "tzone:Custom"])
    func colons(parameter: String) throws {
        let name = parameter.prefix { $0 != ";" }
        let block = ZoneBlocks.berlin.replacing("TZID:Mine", with: "TZID:\(name)")
        let event = ZoneBlocks.event("20270602T170000", zone: parameter)
        #expect(try ForeignCalendars().busy(block + "\n" + event) == ["2027-06-02T17:00:00/2027-06-02T18:00:00"])
    }

    @Test("may be named in other letters than they have")
    func letters() throws {
        let event = ZoneBlocks.event("20270602T170000", zone: "mINE")
        #expect(
            try ForeignCalendars().busy(ZoneBlocks.berlin + "\n" + event)
                == ["2027-06-02T17:00:00/2027-06-02T18:00:00"])
    }

    @Test("tell the times of their season", arguments: ZoneBlocks.all.indices)
    func offsets(index: Int) throws {
        let (block, offsets) = ZoneBlocks.all[index]
        for (day, offset) in offsets {
            let date = try #require(LocalDate(iso: day))
            let event = ZoneBlocks.event("\(date.basic)T120000")
            let found = try ForeignCalendars().findings(block + "\n" + event).found
            let noon = try #require(Instant(rfc3339: day + "T12:00:00Z"))
            #expect(found.map(\.time.lowerBound) == [noon.adding(seconds: -Int64(offset))], "\(day)")
        }
    }

    @Test("resolve what their clocks skip and repeat as CivilTime does, in every half hour of the days of change")
    func gapsAndOverlaps() throws {
        let rules = try Fixture.zones.rules(named: "Europe/Berlin")
        for day in ["2027-03-27", "2027-03-28", "2027-03-29", "2026-10-24", "2026-10-25", "2026-10-26"] {
            for halfHour in 0..<48 {
                let local = LocalDateTime(
                    date: try #require(LocalDate(iso: day)),
                    time: try #require(LocalTime(hour: halfHour / 2, minute: halfHour % 2 * 30)))
                let block = try #require(ForeignComponent.read(Array(ZoneBlocks.berlin.utf8)).first)
                #expect(
                    try FileZone(block, years: 2026...2028).rules.resolve(local) == rules.resolve(local), "\(local)")
            }
        }
    }

    @Test(
        "tell how long an old series is, however old", arguments: ["2018", "2003", "1969"])
    func oldSeries(year: String) throws {
        // The zone gave up an hour in 2020; the event is from 09:00 to 10:00 on its own clock, and ends in UTC.
        let block = ZoneBlocks.zone(
            ZoneBlocks.part("STANDARD", "19600101T000000", "+0400", "+0400"),
            ZoneBlocks.part("STANDARD", "20200101T000000", "+0400", "+0300"))
        let event =
            "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Mine:\(year)0105T090000\nDTEND:\(year)0105T060000Z\n"
            + "RRULE:FREQ=YEARLY\nEND:VEVENT"
        #expect(try ForeignCalendars().busy(block + "\n" + event) == ["2027-01-05T07:00:00/2027-01-05T08:00:00"])
    }

    @Test("recur on their own clock")
    func series() throws {
        let block = ZoneBlocks.zone(ZoneBlocks.part("STANDARD", "19700101T000000", "+0100", "+0100"))
        let lines = block + "\n" + ZoneBlocks.event("20270322T170000", more: "RRULE:FREQ=WEEKLY;COUNT=2\n")
        #expect(
            try ForeignCalendars().busy(lines) == [
                "2027-03-22T17:00:00/2027-03-22T18:00:00", "2027-03-29T18:00:00/2027-03-29T19:00:00",
            ])
    }

    @Test(
        "are not believed when they have a name that everybody knows",
        arguments: [
            "Europe/Berlin", "europe/berlin", "W. Europe Standard Time", "/mozilla.org/20070129_1/Europe/Berlin",
        ])
    func known(name: String) throws {
        let liar = ZoneBlocks.zone(ZoneBlocks.part("STANDARD", "19700101T000000", "+0900", "+0900"), name: name)
        #expect(
            try ForeignCalendars().busy(liar + "\n" + ZoneBlocks.event("20270602T170000", zone: name))
                == ["2027-06-02T17:00:00/2027-06-02T18:00:00"])
    }

    @Test("belong to their own VCALENDAR")
    func calendars() throws {
        let tokyo = ZoneBlocks.zone(ZoneBlocks.part("STANDARD", "19700101T000000", "+0900", "+0900"))
        let two = [ZoneBlocks.berlin, tokyo].map {
            ForeignCalendars.calendar($0 + "\n" + ZoneBlocks.event("20270602T170000"))
        }
        let calendar = ForeignCalendars()
        let whole = try CalendarReader(zones: Fixture.zones).busyTimes(in: two[0] + two[1], for: calendar.terms())
        #expect(
            whole.found.map(\.time.lowerBound.rfc3339).sorted() == ["2027-06-02T08:00:00Z", "2027-06-02T15:00:00Z"])
        #expect(try calendar.large(two[0] + two[1], pieces: 100) == whole)
    }

    @Test(
        "are hours at risk, with the reason, when they cannot be followed",
        arguments: [
            ("FREQ=YEARLY", "FREQ=DAILY", "its rule “FREQ=DAILY"), ("FREQ=YEARLY", "FREQ=SECONDLY", "its rule"),
            ("BYMONTH=3", "BYMONTH=3,4", "its rule"), ("BYDAY=-1SU", "BYDAY=SU", "its rule"),
            ("BYDAY=-1SU", "BYDAY=-1SU,-1MO", "its rule"), ("BYMONTH=3", "BYMONTH=3;BYHOUR=1,2,3", "its rule"),
            ("FREQ=YEARLY", "FREQ=YEARLY;INTERVAL=2", "its rule"), ("FREQ=YEARLY", "FREQ=YEARLY;COUNT=99", "its rule"),
            ("BYMONTH=3", "BYMONTH=3;BYWEEKNO=12", "its rule"),
            ("BYMONTH=3", "BYMONTH=3\nRDATE:2027", "its RDATE “2027”"),
            ("+0100", "+01:00", "TZOFFSETTO “+01:00” that cannot be read"),
            ("+0100", "+2500", "TZOFFSETTO “+2500” that"),
            ("16010101T020000", "16010101T020000Z", "of line 10 has a DTSTART “16010101T020000Z” that cannot be read"),
            ("16010101T030000", "16010101T240000", "of line 4 has a DTSTART “16010101T240000” that cannot be read"),
            ("TZOFFSETTO:+0200\n", "", "lacks a TZOFFSETTO"), ("DAYLIGHT", "SUMMER", "“SUMMER” in it"),
            ("TZOFFSETTO:+0200", "TZOFFSETTO", "makes no sense"),
            ("TZOFFSETTO:+0200", "TZOFFSETTO:+0200\nTZOFFSETTO:+0300", "more than one TZOFFSETTO"),
            (
                "END:VTIMEZONE", "END:VTIMEZONE\n" + ZoneBlocks.tokyo,
                "several, which differ"
            ),
            ("TZID:Mine", "TZID:Yours", "is not a name of the tz database"),
        ])
    func unusable(old: String, new: String, reason: String) throws {
        let block = ZoneBlocks.berlin.replacing(old, with: new)
        #expect(block != ZoneBlocks.berlin)
        let findings = try ForeignCalendars().findings(block + "\n" + ZoneBlocks.event("20270602T170000"))
        #expect(findings.found == [])
        let left = try #require(findings.left.first)
        #expect(left.reason.hasPrefix("Wed 2027-06-02 17:00 may be busy: its zone “Mine” is"))
        #expect(left.reason.contains(reason), "\(left.reason)")
    }

    @Test("are slots where their clocks are the mentor's all season, and else are refused")
    func offers() throws {
        let weekly = ZoneBlocks.event("20270105T170000", more: "RRULE:FREQ=WEEKLY\n")
        let own = try ForeignCalendars().offers(ZoneBlocks.berlin + "\n" + weekly)
        #expect(own.found.map(\.pattern.line) == ["FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 -"])
        let other = try ForeignCalendars(zone: "Europe/Helsinki").offers(ZoneBlocks.berlin + "\n" + weekly)
        #expect(other.found == [])
        #expect(
            other.left.first?.reason.hasPrefix("its times are in “Mine”, whose clocks do not show all season") == true)
        let once =
            "BEGIN:VAVAILABILITY\n"
            + weekly.replacing("RRULE:FREQ=WEEKLY\n", with: "").replacing("VEVENT", with: "AVAILABLE")
            + "\nEND:VAVAILABILITY"
        let exact = try ForeignCalendars(zone: "Europe/Helsinki").offers(ZoneBlocks.berlin + "\n" + once)
        #expect(exact.found.map(\.pattern.line) == ["FREQ=WEEKLY;BYDAY=TU 18:00 2027-01-05 2027-01-05"])
    }

    @Test(
        "show in every season what the zones that we write show",
        arguments: [
            "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago",
            "Europe/Dublin", "Africa/Cairo",
        ])
    func ours(name: String) throws {
        let zone = try Fixture.zones.zone(named: name)
        let rules = try Fixture.zones.rules(for: zone)
        let text = try #require(ZoneBlocks.block(of: rules))
        let own = try FileZone(#require(ForeignComponent.read(Array(text.utf8)).first), years: 2026...2028).rules
        var instant = try #require(Instant(rfc3339: "2026-06-01T00:00:00Z"))
        let end = try #require(Instant(rfc3339: "2028-06-01T00:00:00Z"))
        while instant < end {
            #expect(own.offset(at: instant) == rules.offset(at: instant), "\(instant)")
            instant = instant.adding(seconds: 6 * 3600 + 7)
        }
    }
}
