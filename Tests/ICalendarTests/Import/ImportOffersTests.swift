import CivilTime
import Mentoring
import MentoringService
import Testing

@testable import ICalendar

@Suite("Importing availability")
struct ImportOffersTests {
    @Test(
        "a weekly event is a slot",
        arguments: [
            (ForeignCalendars.tuesday(), "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 -"),
            (
                ForeignCalendars.tuesday(rule: "RRULE:INTERVAL=2;FREQ=WEEKLY;BYDAY=TU,TH"),
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH 17:00 2027-01-05 -"
            ),
            // The last is UTC, 16:00 in winter and 15:00 in summer: one second too early on the last Tuesday.
            (
                ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;UNTIL=20270330T145959Z"),
                "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 2027-03-29"
            ),
            (
                ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;UNTIL=20270330T150000Z"),
                "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 2027-03-30"
            ),
            (
                ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;UNTIL=20270330"),
                "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 2027-03-30"
            ),
            (
                ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU,TH"),
                "FREQ=WEEKLY;BYDAY=TU,TH 17:00 2027-01-05 2027-01-12"
            ),
            (
                ForeignCalendars.tuesday(
                    "EXDATE;TZID=Europe/Berlin:20270112T170000,20270119T180000\nEXDATE;VALUE=DATE:20270126"
                        + "\nEXDATE:20270202T160000Z"),
                "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 - -2027-01-12 -2027-01-26 -2027-02-02"
            ),
            (ForeignCalendars.tuesday(start: "DTSTART:20270105T170000"), "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 -"),
            (
                ForeignCalendars.tuesday(start: "DTSTART;TZID=Arctic/Longyearbyen:20270105T170000"),
                "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 -"
            ),
            (
                ForeignCalendars.tuesday(start: "DTSTART;TZID=Europe/Rome:20270105T170000"),
                "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 -"
            ),
            (
                ForeignCalendars.tuesday(start: "DTSTART;TZID=\"W. Europe Standard Time\":20270105T170000"),
                "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 -"
            ),
            (
                ForeignCalendars.tuesday(
                    start: "DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Berlin:20270105T170000"),
                "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 -"
            ),
            (
                ForeignCalendars.tuesday(start: "DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20270105T170000"),
                "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 -"
            ),
            // In a gap: the slot keeps its reading, which is resolved on the day.
            (
                ForeignCalendars.tuesday(start: "DTSTART;TZID=Europe/Berlin:20270328T023000"),
                "FREQ=WEEKLY;BYDAY=SU 02:30 2027-03-28 -"
            ),
            // Folded, small letters, nothing else looked at.
            (
                ForeignCalendars.tuesday("SUMMARY:A secret\n  of two lines\nX-FOO;BAR", rule: "rrule:freq=WEEK\n LY"),
                "FREQ=WEEKLY;BYDAY=TU 17:00 2027-01-05 -"
            ),
        ])
    func taken(event: String, pattern: String) throws {
        let findings = try ForeignCalendars().offers(event)
        #expect(findings.found.map(\.pattern.line) == [pattern], "\(findings.left)")
        #expect(findings.found.map(\.line) == [2])
        #expect(findings.found.map(\.note) == [nil])
        #expect(findings.left == [])
    }

    @Test(
        "what cannot be a slot is left with its line and the reason",
        arguments: [
            (ForeignCalendars.tuesday(rule: ""), "it does not recur"),
            (
                ForeignCalendars.tuesday(rule: "RRULE:FREQ=DAILY"),
                "it recurs by “FREQ=DAILY”; of events only weekly ones are taken"
            ),
            (ForeignCalendars.tuesday(rule: "RRULE:FREQ=SECONDLY"), "it recurs by “FREQ=SECONDLY”"),
            (ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;BYDAY=XX"), "BYDAY takes weekdays"),
            (ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;COUNT=99999999999"), "is no number of times"),
            (ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;COUNT=2;UNTIL=20270301"), "both UNTIL and COUNT"),
            (ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2"), "cannot be counted"),
            (ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;BYHOUR=9,17"), "other times of day"),
            (ForeignCalendars.tuesday(rule: "RRULE:FREQ=WEEKLY;UNTIL=20270104"), "it never occurs"),
            (
                ForeignCalendars.tuesday(start: "DTSTART:20200107T170000", rule: "RRULE:FREQ=WEEKLY;COUNT=9"),
                "it ended on"
            ),
            (ForeignCalendars.tuesday(start: "DTSTART:20300107T170000"), "it begins on 2030-01-07, after the season"),
            (ForeignCalendars.tuesday("RRULE:FREQ=WEEKLY"), "more than one RRULE"),
            (ForeignCalendars.tuesday("RDATE:20270106T170000"), "RDATE"),
            (ForeignCalendars.tuesday("STATUS:Cancelled"), "it is cancelled"),
            (ForeignCalendars.tuesday("DTSTART:20270105T170000"), "more than one DTSTART"),
            (ForeignCalendars.tuesday(end: "DURATION:PT59M"), "it lasts 59 minutes; a session needs 60"),
            (ForeignCalendars.tuesday(end: "DTEND:20270105T150000Z"), "it lasts 0 minutes"),
            (ForeignCalendars.tuesday(end: "DURATION:-PT1H"), "no positive duration"),
            (ForeignCalendars.tuesday(end: ""), "does not say when it ends"),
            (ForeignCalendars.tuesday(start: ""), "no DTSTART"),
            (ForeignCalendars.tuesday(start: "DTSTART;VALUE=DATE:20270105", end: ""), "whole days"),
            (ForeignCalendars.tuesday(start: "DTSTART:20270230T170000"), "“20270230T170000” is not a date or a time"),
            (ForeignCalendars.tuesday(start: "DTSTART:20270105T160000Z"), "its times are in UTC"),
            (ForeignCalendars.tuesday(start: "DTSTART;TZID=Europe/London:20270105T170000"), "in Europe/London"),
            (ForeignCalendars.tuesday(start: "DTSTART;TZID=../../etc/passwd:20270105T170000"), "“../../etc/passwd”"),
            (ForeignCalendars.tuesday(start: "DTSTART;TZID=/mozilla.org/../x:20270105T170000"), "is not a name"),
            (
                ForeignCalendars.tuesday(start: "DTSTART;TZID=Mine:20270105T170000"),
                "“Mine” is not a name of the tz database"
            ),
            // Lines that nobody reads may be what they like; of one that somebody does, nobody can tell what it meant.
            (ForeignCalendars.tuesday("EXDATE"), "line 7 in it makes no sense"),
            ("BEGIN:VTODO\nEND:VTODO", "it says nothing of when you can lead"),
        ])
    func left(entry: String, reason: String) throws {
        let findings = try ForeignCalendars().offers(entry)
        #expect(findings.found == [])
        let left = try #require(findings.left.first)
        #expect(findings.left.count == 1 && left.line == 2)
        #expect(left.reason.contains(reason), "\(left)")
    }

    @Test("the zone of another country is taken only in a season in which its clocks show the same")
    func agreement() throws {
        let event = ForeignCalendars.tuesday(start: "DTSTART;TZID=Europe/Lisbon:20270105T170000")
        #expect(try ForeignCalendars(zone: "Europe/London").offers(event).found.count == 1)
        #expect(try ForeignCalendars(zone: "Africa/Accra").offers(event).found == [])
        #expect(
            try ForeignCalendars(zone: "Africa/Accra", season: "2027-01-04..2027-03-21").offers(event).found.count == 1)
        #expect(
            try ForeignCalendars(zone: "Africa/Accra", season: "2027-01-04..2027-03-28").offers(event).found.count == 0)
    }

    @Test("one changed date is left out of its series")
    func changedDate() throws {
        let change = "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20270112T160000Z\nDTSTART:20270113T170000\nEND:VEVENT"
        let findings = try ForeignCalendars().offers(change + "\n" + ForeignCalendars.tuesday())
        #expect(findings.found.map(\.pattern.except.description) == ["[2027-01-12]"])
        #expect(findings.left.map(\.reason) == ["it changes one date of another entry, which leaves that date out"])
        let all = change.replacing("RECURRENCE-ID", with: "RECURRENCE-ID;RANGE=THISANDFUTURE")
        #expect(try ForeignCalendars().offers(all + "\n" + ForeignCalendars.tuesday()).found == [])
    }

    @Test("what a slot cannot say of the original is noted")
    func notes() throws {
        let long = try ForeignCalendars().offers(
            ForeignCalendars.tuesday(
                end: "DTEND;TZID=Europe/Berlin:20270105T200000", rule: "RRULE:FREQ=WEEKLY;BYDAY=MO"))
        #expect(long.found.map(\.pattern.line) == ["FREQ=WEEKLY;BYDAY=MO 17:00 2027-01-05 -"])
        #expect(
            long.found.map(\.note) == [
                "it lasts 180 minutes; the session is at its beginning; it begins on a day that its rule does not name; the rule's days are taken"
            ])
    }

    @Test("availability is taken within the time for which it speaks, whatever its rule")
    func availability() throws {
        let findings = try ForeignCalendars().offers(
            """
            BEGIN:VAVAILABILITY
            DTSTART;TZID=Europe/Berlin:20270118T170001
            DTEND:20270331T160000Z
            BEGIN:AVAILABLE
            DTSTART;TZID=Europe/Berlin:20270105T170000
            DTEND;TZID=Europe/Berlin:20270105T180000
            RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE
            END:AVAILABLE
            BEGIN:AVAILABLE
            DTSTART:20270130T090000
            DURATION:PT2H
            RRULE:FREQ=MONTHLY;BYDAY=-1SA;COUNT=9
            END:AVAILABLE
            BEGIN:AVAILABLE
            DTSTART:20270301T223000Z
            DURATION:PT1H
            END:AVAILABLE
            BEGIN:AVAILABLE
            DTSTART:20270401T223000Z
            DURATION:PT1H
            END:AVAILABLE
            END:VAVAILABILITY
            """)
        #expect(
            findings.found.map(\.pattern.line) == [
                // Not Monday the 18th, which is a second too early, and no Wednesday at 18:00 on the last day.
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE 17:00 2027-01-19 2027-03-31",
                "FREQ=MONTHLY;BYDAY=-1SA 09:00 2027-01-30 2027-03-31",
                "FREQ=WEEKLY;BYDAY=MO 23:30 2027-03-01 2027-03-01",
            ])
        #expect(findings.left.map(\.line) == [19])
        #expect(findings.left.map(\.reason) == ["it lies outside its VAVAILABILITY"])
    }

    @Test("availability of a lower priority is left where another overrides it")
    func priority() throws {
        func availability(_ priority: String, _ from: String, _ to: String) -> String {
            """
            BEGIN:VAVAILABILITY
            \(priority)
            DTSTART:\(from)T000000Z
            DTEND:\(to)T000000Z
            BEGIN:AVAILABLE
            DTSTART:\(from)T090000
            DURATION:PT1H
            RRULE:FREQ=DAILY
            END:AVAILABLE
            END:VAVAILABILITY
            """
        }
        let summer = availability("PRIORITY:1", "20270601", "20270615")
        let findings = try ForeignCalendars().offers(
            availability("CLASS:PUBLIC", "20270101", "20270701") + "\n" + summer)
        #expect(findings.found.map(\.line) == [16])
        #expect(findings.left.map(\.reason).first?.contains("the one of line 12, of a higher PRIORITY") == true)
        let apart = try ForeignCalendars().offers(availability("PRIORITY:9", "20270101", "20270601") + "\n" + summer)
        #expect(apart.found.count == 2)
    }
}
