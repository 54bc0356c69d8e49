import CivilTime
import Mentoring
import MentoringService
import Testing

@testable import ICalendar

@Suite("Importing busy times")
struct ImportBusyTests {
    @Test(
        "an event is busy at these times of the season, on the mentor's wall",
        arguments: [
            (ForeignCalendars.tuesday(rule: ""), ["2027-01-05T17:00:00/2027-01-05T18:00:00"]),
            (
                ForeignCalendars.tuesday(start: "DTSTART;TZID=America/New_York:20270315T120000", rule: ""),
                ["2027-03-15T17:00:00/2027-03-15T18:00:00"]
            ),
            // The zone's wall recurs, not the mentor's: New York changes its clocks two weeks earlier.
            (
                ForeignCalendars.tuesday(
                    start: "DTSTART;TZID=America/New_York:20270309T120000", rule: "RRULE:FREQ=WEEKLY;COUNT=4"),
                [
                    "2027-03-09T18:00:00/2027-03-09T19:00:00", "2027-03-16T17:00:00/2027-03-16T18:00:00",
                    "2027-03-23T17:00:00/2027-03-23T18:00:00", "2027-03-30T18:00:00/2027-03-30T19:00:00",
                ]
            ),
            // Whole days, over a change of the clocks.
            (
                ForeignCalendars.tuesday(
                    start: "DTSTART;VALUE=DATE:20270327", end: "DTEND;VALUE=DATE:20270329", rule: ""),
                ["2027-03-27T00:00:00/2027-03-29T00:00:00"]
            ),
            (
                ForeignCalendars.tuesday(start: "DTSTART:20270328", end: "", rule: "RRULE:FREQ=YEARLY;COUNT=1"),
                ["2027-03-28T00:00:00/2027-03-29T00:00:00"]
            ),
            // Begun before the season, still there in it; of years ago; after it.
            (
                ForeignCalendars.tuesday(start: "DTSTART:20261201T170000", end: "DURATION:P35D", rule: ""),
                ["2026-12-01T17:00:00/2027-01-05T17:00:00"]
            ),
            (ForeignCalendars.tuesday(start: "DTSTART:19701201T170000", rule: ""), []),
            (ForeignCalendars.tuesday(start: "DTSTART:20270706T170000"), []),
            (
                ForeignCalendars.tuesday(
                    start: "DTSTART:20010101T170000", rule: "RRULE:FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=1"),
                ["2027-04-01T17:00:00/2027-04-01T18:00:00"]
            ),
            (
                ForeignCalendars.tuesday(
                    "EXDATE:20270112T160000Z\nRDATE:20270120T090000\nRDATE;VALUE=PERIOD:20270121T080000Z/PT30M",
                    rule: "RRULE:FREQ=WEEKLY;COUNT=3"),
                [
                    "2027-01-05T17:00:00/2027-01-05T18:00:00", "2027-01-19T17:00:00/2027-01-19T18:00:00",
                    "2027-01-20T09:00:00/2027-01-20T10:00:00", "2027-01-21T09:00:00/2027-01-21T09:30:00",
                ]
            ),
            (
                ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;COUNT=2")
                    + "\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20270112T160000Z\nDTSTART:20270113T100000\nDURATION:PT2H\nEND:VEVENT",
                ["2027-01-05T17:00:00/2027-01-05T18:00:00", "2027-01-13T10:00:00/2027-01-13T12:00:00"]
            ),
            (
                "BEGIN:VFREEBUSY\nFREEBUSY:20270110T090000Z/PT1H,20270110T110000Z/20270110T113000Z\n"
                    + "FREEBUSY;FBTYPE=FREE:20270111T090000Z/PT1H\nFREEBUSY;FBTYPE=BUSY-TENTATIVE:20270112T090000Z/PT1H\nEND:VFREEBUSY",
                [
                    "2027-01-10T10:00:00/2027-01-10T11:00:00", "2027-01-10T12:00:00/2027-01-10T12:30:00",
                    "2027-01-12T10:00:00/2027-01-12T11:00:00",
                ]
            ),
        ])
    func busy(event: String, times: [String]) throws {
        #expect(try ForeignCalendars().busy(event) == times)
    }

    @Test(
        "what nobody reads, and how letters are written, changes nothing of when an event is",
        arguments: [
            "X-ENTOURAGE_UUID:6B1F", "DESCRIPTION:Join\nMeeting ID 123", "bare", "SUMMARY:a\u{0B}b", "X_A;B_C=1:2",
        ])
    func oddLines(line: String) throws {
        #expect(
            try ForeignCalendars().busy(ForeignCalendars.tuesday(line))
                == ForeignCalendars().busy(ForeignCalendars.tuesday()))
    }

    @Test(
        "what its owner declined takes none of their time, what another did does",
        arguments: [
            ("ATTENDEE;PARTSTAT=DECLINED:mailto:zoe@example.org", false),
            ("ATTENDEE;CN=\"Zoe; Z\";PARTSTAT=declined:MAILTO:Zoe%40example.org", false),
            ("ATTENDEE;PARTSTAT=DECLINED;EMAIL=zoe@example.org:urn:uuid:1", false),
            ("ATTENDEE;PARTSTAT=DECLINED:mailto:ben@example.org", true),
            ("ATTENDEE;PARTSTAT=TENTATIVE:mailto:zoe@example.org", true),
            ("ATTENDEE:mailto:zoe@example.org", true),
            (
                "ATTENDEE;PARTSTAT=DECLINED:mailto:zoe@example.org\nATTENDEE;PARTSTAT=ACCEPTED:mailto:zoe@example.org",
                true
            ),
            ("ATTENDEE;PARTSTAT=DELEGATED:mailto:zoe@example.org", false),
            (
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben@example.org\nATTENDEE;PARTSTAT=DECLINED:mailto:zoe@example.org",
                false
            ),
            // Nobody's answer, and no reason to lose the event.
            ("ATTENDEE;PARTSTAT=DECLINED", true), ("ATTENDEE;=:mailto:zoe@example.org", true),
            ("ATTENDEE;PARTSTAT=DECLINED:mailto:zoe@example.org.evil.example", true),
        ])
    func declined(attendees: String, isBusy: Bool) throws {
        let event = ForeignCalendars.tuesday(attendees, rule: "")
        let calendar = ForeignCalendars(owner: "zoe@example.org")
        let findings = try calendar.findings(event)
        #expect(findings.found.isEmpty != isBusy)
        #expect(findings.left.map(\.reason) == (isBusy ? [] : ["you declined it, or sent somebody else"]))
        #expect(try calendar.large(ForeignCalendars.calendar(event), pieces: 7) == findings)
        #expect(try ForeignCalendars().findings(event).found.count == 1)
    }

    @Test("what a calendar takes back is not busy", arguments: [true, false])
    func takenBack(isCancel: Bool) throws {
        let event = ForeignCalendars.tuesday(rule: "")
        let lines = "METHOD:\(isCancel ? "CANCEL" : "PUBLISH")\n\(event)"
        let findings = try ForeignCalendars().findings(lines)
        #expect(findings.found.isEmpty == isCancel)
        #expect(findings.left.map(\.reason) == (isCancel ? ["it is cancelled"] : []))
        #expect(try ForeignCalendars().large(ForeignCalendars.calendar(lines), pieces: 7) == findings)
    }

    @Test("one declined date of a series is free, one accepted date of a declined series is not")
    func declinedDate() throws {
        let declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:zoe@example.org"
        func change(_ more: String) -> String {
            "\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID;TZID=Europe/Berlin:20270112T170000\n"
                + "DTSTART;TZID=Europe/Berlin:20270112T170000\nDURATION:PT1H\n\(more)END:VEVENT"
        }
        let calendar = ForeignCalendars(owner: "zoe@example.org")
        let rule = "RRULE:FREQ=WEEKLY;COUNT=2"
        #expect(
            try calendar.busy(ForeignCalendars.tuesday(rule: rule) + change(declined + "\n"))
                == ["2027-01-05T17:00:00/2027-01-05T18:00:00"])
        #expect(
            try calendar.busy(ForeignCalendars.tuesday(declined, rule: rule) + change(""))
                == ["2027-01-12T17:00:00/2027-01-12T18:00:00"])
    }

    @Test(
        "a series that is moved from one date on, or up to one, is left out with the reason, wherever that stands",
        arguments: ["THISANDFUTURE", "thisandfuture", "THISANDPRIOR"], [true, false])
    func movedOn(range: String, isFirst: Bool) throws {
        let change =
            "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;RANGE=\(range);TZID=Europe/Berlin:20270112T170000\n"
            + "DTSTART;TZID=Europe/Berlin:20270114T100000\nDURATION:PT1H\nEND:VEVENT"
        let series = ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;COUNT=4")
        let lines = (isFirst ? [change, series] : [series, change]).joined(separator: "\n")
        // Nothing of it is misread: only the date that the change itself names is sure.
        #expect(try ForeignCalendars().busy(lines) == ["2027-01-14T10:00:00/2027-01-14T11:00:00"])
        let findings = try ForeignCalendars().findings(lines)
        #expect(findings.left.map(\.line) == [isFirst ? 8 : 2])
        #expect(findings.left.first?.reason.contains("RANGE=\(range.uppercased())") == true, "\(findings.left)")
        #expect(try ForeignCalendars().large(ForeignCalendars.calendar(lines), pieces: 7) == findings)
        // Without its series nobody knows which other dates it moves, and that is said.
        let alone = try ForeignCalendars().findings(change)
        #expect((alone.found.count, alone.left.map(\.line)) == (1, [2]))
        #expect(alone.left.first?.reason.contains("RANGE=\(range.uppercased())") == true, "\(alone.left)")
        // It says nothing of another series.
        let other = try ForeignCalendars().findings(lines + "\n" + series.replacing("UID:a", with: "UID:b"))
        #expect(other.found.count == 5)
    }

    @Test("the hours of an unknown zone without a VTIMEZONE are named as at risk")
    func atRisk() throws {
        let event = ForeignCalendars.tuesday(
            start: "DTSTART;TZID=Büro:20270202T170000", end: "DTEND;TZID=Büro:20270202T180000", rule: "")
        let findings = try ForeignCalendars().findings(event)
        #expect(findings.found == [])
        #expect(
            findings.left == [
                LeftOut(
                    line: 2, what: "VEVENT",
                    reason:
                        "Tue 2027-02-02 17:00–18:00 may be busy: its zone “Büro” is not a name of the tz database such as Europe/Berlin",
                    mayBeBusy: true)
            ])
        let series = try ForeignCalendars().findings(event.replacing("UID:a", with: "RRULE:FREQ=DAILY"))
        #expect(series.left.first?.reason.hasPrefix("Tue 2027-02-02 17:00–18:00 and what recurs with it may") == true)
    }

    @Test(
        "a whole day without a length is one",
        arguments: ["", "DTEND;VALUE=DATE:20270202\n", "DURATION:P0D\n", "DURATION:PT0S\n"])
    func oneDay(end: String) throws {
        let event = "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20270202\n\(end)END:VEVENT"
        #expect(try ForeignCalendars().busy(event) == ["2027-02-02T00:00:00/2027-02-03T00:00:00"])
    }

    @Test(
        "an event that takes no time, or that nobody can read, is left with the reason",
        arguments: [
            (ForeignCalendars.tuesday("TRANSP:TRANSPARENT"), "takes no time (TRANSP"),
            (ForeignCalendars.tuesday("STATUS:CANCELLED"), "cancelled"),
            (ForeignCalendars.tuesday("X-MICROSOFT-CDO-BUSYSTATUS:FREE"), "owner is free"),
            (ForeignCalendars.tuesday("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE"), "owner is free"),
            (ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;COUNT=2;COUNT=3"), "its rule has COUNT twice"),
            (ForeignCalendars.tuesday(end: ""), "takes no time"),
            (ForeignCalendars.tuesday(end: "DURATION:P0D"), "takes no time"),
            (ForeignCalendars.tuesday(end: "DTEND:20200101T000000Z"), "ends before it begins"),
            (ForeignCalendars.tuesday("EXRULE:FREQ=DAILY"), "EXRULE"),
            (ForeignCalendars.tuesday(rule: "RRULE:FREQ=SECONDLY"), "DAILY, WEEKLY, MONTHLY or YEARLY"),
            (ForeignCalendars.tuesday(rule: "RRULE:FREQ=DAILY;BYSETPOS=1"), "BYSETPOS needs another BY part"),
            (ForeignCalendars.tuesday(start: "DTSTART;TZID=Nowhere/Middle:20270105T170000"), "“Nowhere/Middle”"),
            ("BEGIN:VFREEBUSY\nFREEBUSY:20270110T090000Z\nEND:VFREEBUSY", "is no period"),
            ("BEGIN:VFREEBUSY\nFREEBUSY:20270110T090000Z/20270110T080000Z\nEND:VFREEBUSY", "ends before it begins"),
            ("BEGIN:VJOURNAL\nEND:VJOURNAL", "nothing of when you are busy"),
        ])
    func left(event: String, reason: String) throws {
        let reader = CalendarReader(zones: Fixture.zones)
        let findings = try reader.busyTimes(in: ForeignCalendars.calendar(event), for: ForeignCalendars().terms())
        #expect(findings.found == [])
        #expect(findings.left.map(\.line) == [2])
        #expect(findings.left.first?.reason.contains(reason) == true, "\(findings.left)")
    }
}
