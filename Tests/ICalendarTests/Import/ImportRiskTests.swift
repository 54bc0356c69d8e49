import CivilTime
import Mentoring
import MentoringService
import Testing

@testable import ICalendar

@Suite("Hours that may be busy")
struct ImportRiskTests {
    private static let weekly = "RRULE:FREQ=WEEKLY;COUNT=3"
    private static let all = [
        "2027-01-05T17:00:00/2027-01-05T18:00:00", "2027-01-12T17:00:00/2027-01-12T18:00:00",
        "2027-01-19T17:00:00/2027-01-19T18:00:00",
    ]

    /// Another entry that changes one date of the series.
    private static func change(_ origin: String) -> String {
        "\nBEGIN:VEVENT\nUID:a\n\(origin)\nDTSTART:20270113T100000\nDURATION:PT2H\nSTATUS:CANCELLED\nEND:VEVENT"
    }

    @Test(
        "an exception or addition that cannot be read is passed over with a note, and its series stays busy",
        arguments: [
            (
                ForeignCalendars.tuesday("EXDATE;TZID=Nowhere:20270112T170000", rule: weekly), "EXDATE",
                "what it takes out stays busy: its zone “Nowhere”"
            ),
            (
                ForeignCalendars.tuesday("EXDATE:soon,20270112T2500", rule: weekly), "EXDATE",
                "what it takes out stays busy: its EXDATE “soon” is not a date or a time; 1 more of its EXDATE"
            ),
            (
                ForeignCalendars.tuesday(rule: weekly) + change("RECURRENCE-ID;TZID=Nowhere:20270112T170000"),
                "RECURRENCE-ID", "what it takes out stays busy: its zone “Nowhere”"
            ),
            (
                ForeignCalendars.tuesday("RDATE;TZID=Nowhere:20270120T090000", rule: weekly), "RDATE",
                "Wed 2027-01-20 09:00 may be busy: its zone “Nowhere”"
            ),
            (
                ForeignCalendars.tuesday("RDATE;VALUE=PERIOD:20270121T080000Z/-PT30M", rule: weekly), "RDATE",
                "“20270121T080000Z/-PT30M” may be busy: "
            ),
        ])
    func passedOver(lines: String, what: String, reason: String) throws {
        let calendar = ForeignCalendars()
        #expect(try calendar.busy(lines) == Self.all)
        let findings = try calendar.findings(lines)
        let note = try #require(findings.left.first { $0.what == what })
        #expect(note.line == 2 && note.reason.hasPrefix(reason), "\(note.reason)")
        #expect((note.mayBeBusy == true) == (what == "RDATE"))
        #expect(try calendar.large(ForeignCalendars.calendar(lines), pieces: 7) == findings)
    }

    @Test("exceptions of years ago are no news, and those that can be read count beside one that cannot")
    func exceptions() throws {
        let calendar = ForeignCalendars()
        let old = ForeignCalendars.tuesday("EXDATE;TZID=Nowhere:20190108T170000", rule: Self.weekly)
        #expect(try calendar.findings(old).left == [])
        let mixed = ForeignCalendars.tuesday(
            "EXDATE;TZID=Nowhere:20270119T170000\nEXDATE:20270112T160000Z", rule: Self.weekly)
        #expect(try calendar.busy(mixed) == [Self.all[0], Self.all[2]])
    }

    @Test(
        "whatever else cannot be read of an event, its hours are named, on its owner's wall",
        arguments: [
            ("EXRULE:FREQ=DAILY", weekly, "Tue 2027-01-05 17:00–18:00 and what recurs with it may be busy: "),
            ("DTSTART:20270106T170000", weekly, "Tue 2027-01-05 17:00–18:00 and what recurs with it may be busy: "),
            ("", "RRULE:FREQ=HOURLY", "Tue 2027-01-05 17:00–18:00 and what recurs with it may be busy: "),
            ("", "RRULE:FREQ=WEEKLY;COUNT=x", "Tue 2027-01-05 17:00–18:00 and what recurs with it may be busy: "),
            ("DURATION:PT2H", "", "Tue 2027-01-05 17:00 may be busy: it has more than one DURATION"),
            ("EXDATE", "", "Tue 2027-01-05 17:00–18:00 may be busy: line 6 in it makes no sense"),
            (
                "END:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270112T160000Z\nSTATUS:CANCELLED",
                weekly, "Tue 2027-01-05 17:00–18:00 and what recurs with it may be busy: "
            ),
        ])
    func named(more: String, rule: String, reason: String) throws {
        for start in ["DTSTART;TZID=Europe/Berlin:20270105T170000", "DTSTART:20270105T160000Z"] {
            let lines = ForeignCalendars.tuesday(more, start: start, rule: rule)
            let findings = try ForeignCalendars().findings(lines)
            #expect(findings.found == [])
            let left = try #require(findings.left.first { $0.mayBeBusy == true })
            #expect(left.line == 2 && left.reason.hasPrefix(reason), "\(left.reason)")
        }
    }

    @Test(
        "one bad period of a VFREEBUSY is passed over alone",
        arguments: [
            "FREEBUSY:20270110T090000Z,20270112T090000Z/PT1H", "FREEBUSY:soon/PT1H\nFREEBUSY:20270112T090000Z/PT1H",
            "FREEBUSY:20270110T090000Z/20270110T080000Z,20270112T090000Z/PT1H",
            "FREEBUSY;TZID=Nowhere:20270110T090000/PT1H\nFREEBUSY:20270112T090000Z/PT1H",
            "FREEBUSY\nFREEBUSY:20270112T090000Z/PT1H",
        ])
    func freeBusy(lines: String) throws {
        let findings = try ForeignCalendars().findings("BEGIN:VFREEBUSY\n\(lines)\nEND:VFREEBUSY")
        #expect(findings.found.map(\.time.lowerBound.rfc3339) == ["2027-01-12T09:00:00Z"])
        #expect(findings.left.map(\.line) == [2])
        #expect(findings.left.first?.mayBeBusy == true)
    }

    @Test("what takes no time is counted by its reason, and is no risk whatever else it says")
    func counted() throws {
        let free = (0..<300).map { number in
            ForeignCalendars.tuesday(
                "TRANSP:TRANSPARENT", start: "DTSTART;TZID=Nowhere/\(number % 2):20270105T170000", rule: "")
        }
        let lines = ([ForeignCalendars.tuesday("STATUS:CANCELLED\nEXDATE")] + free).joined(separator: "\n")
        let findings = try ForeignCalendars().findings(lines)
        #expect(
            findings.left == [
                LeftOut(line: 2, what: "VEVENT", reason: "it is cancelled"),
                LeftOut(line: 10, what: "VEVENT", reason: "it takes no time (TRANSP:TRANSPARENT)", count: 300),
            ])
        #expect(try ForeignCalendars().large(ForeignCalendars.calendar(lines), pieces: 1000) == findings)
    }
}
