import CivilTime
import Mentoring
import MentoringService
import Testing

@testable import ICalendar

@Suite("recurrence")
struct RecurrenceTests {
    private let expander = RecurrenceExpander()

    @Test(
        "a rule is spelled canonically",
        arguments: [
            ("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU"),
            ("byday=th;interval=2;freq=weekly", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
            ("FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=SU,MO,MO", "FREQ=WEEKLY;BYDAY=MO,SU"),
            ("FREQ=MONTHLY;BYDAY=+2TU,-1FR", "FREQ=MONTHLY;BYDAY=-1FR,2TU"),
            (
                "FREQ=YEARLY;BYSETPOS=-1;BYMONTH=011;BYDAY=TH;WKST=SU",
                "FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYSETPOS=-1;WKST=SU"
            ),
        ])
    func canonical(rule: String, canonical: String) throws {
        #expect(try expander.validated(rule: rule) == canonical)
        #expect(try expander.validated(rule: canonical) == canonical)
    }

    @Test(
        "a rule that cannot be used is refused with what was expected",
        arguments: [
            ("", "expected NAME=VALUE pairs"), ("Tuesdays", "expected NAME=VALUE pairs"),
            ("RRULE:FREQ=WEEKLY", "expected NAME=VALUE pairs"), ("FREQ=WEEKLY;", "expected NAME=VALUE pairs"),
            ("FREQ=WEEKLY;BYDAY=", "expected NAME=VALUE pairs"),
            ("FREQ=YEARLY;RSCALE=CHINESE", "expected NAME=VALUE pairs"),
            ("BYDAY=TU", "expected FREQ=WEEKLY or the like"), ("FREQ=HOURLY", "DAILY, WEEKLY, MONTHLY or YEARLY"),
            ("FREQ=SECONDLY", "DAILY, WEEKLY, MONTHLY or YEARLY"), ("FREQ=WEEKLY;FREQ=DAILY", "FREQ is there twice"),
            ("FREQ=WEEKLY;COUNT=3", "leave out UNTIL and COUNT"),
            ("FREQ=DAILY;UNTIL=20280101", "leave out UNTIL and COUNT"),
            ("FREQ=DAILY;INTERVAL=0", "from 1 to 9999"), ("FREQ=DAILY;INTERVAL=99999999999", "from 1 to 9999"),
            ("FREQ=DAILY;INTERVAL=1,2", "INTERVAL takes one number"), ("FREQ=WEEKLY;BYDAY=XX", "weekdays such as TU"),
            ("FREQ=WEEKLY;BYDAY=2TU", "numbers in BYDAY"), ("FREQ=MONTHLY;BYDAY=0TU", "weekdays such as TU"),
            ("FREQ=YEARLY;BYWEEKNO=3;BYDAY=1TU", "numbers in BYDAY"), ("FREQ=WEEKLY;BYMONTHDAY=3", "does not go with"),
            ("FREQ=MONTHLY;BYMONTHDAY=32", "from 1 to 31, or their negatives"),
            ("FREQ=YEARLY;BYMONTH=13", "from 1 to 12"),
            ("FREQ=YEARLY;BYMONTH=5L", "from 1 to 12"), ("FREQ=MONTHLY;BYYEARDAY=1", "need FREQ=YEARLY"),
            ("FREQ=DAILY;BYSETPOS=2", "needs another BY part"), ("FREQ=DAILY;WKST=8", "WKST takes a weekday"),
            ("FREQ=DAILY;BYHOUR=٣", "from 0 to 23"),
        ])
    func refused(rule: String, reason: String) throws {
        let error = try #require(throws: BadInput.self) { try expander.validated(rule: rule) }
        #expect(error.message.contains(reason), "\(error)")
        #expect(error.message.contains(rule))
    }

    @Test(
        "a rule occurs on these days",
        arguments: [
            // The anchor is a Thursday: not an occurrence of a Tuesday's rule, and INTERVAL counts from its own week.
            ("FREQ=WEEKLY;BYDAY=TU", "2027-01-07", ["2027-01-12", "2027-01-19", "2027-01-26"]),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2027-01-07", ["2027-01-19"]),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "2027-01-07", ["2027-01-17", "2027-01-19", "2027-01-31"]),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU", "2027-01-07", ["2027-01-10", "2027-01-19", "2027-01-24"]),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "2026-12-24", ["2027-01-10", "2027-01-24"]),
            ("FREQ=WEEKLY;INTERVAL=4;BYDAY=WE;WKST=TH", "2026-12-05", ["2027-01-06"]),
            ("FREQ=WEEKLY;INTERVAL=4;BYMONTH=1;BYDAY=SU", "2026-10-09", ["2027-01-03", "2027-01-31"]),
            ("FREQ=DAILY;BYMONTHDAY=-1", "2026-12-30", ["2027-01-31"]),
            ("FREQ=WEEKLY", "2026-12-31", ["2027-01-07", "2027-01-14", "2027-01-21", "2027-01-28"]),
            ("FREQ=DAILY;INTERVAL=10", "2026-12-30", ["2027-01-09", "2027-01-19", "2027-01-29"]),
            ("FREQ=MONTHLY", "2026-08-31", ["2027-01-31"]),
            ("FREQ=MONTHLY;BYDAY=2TU,-1FR", "2027-01-01", ["2027-01-12", "2027-01-29"]),
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-01", ["2027-01-29"]),
            ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=-3", "2026-01-01", ["2027-01-29"]),
            ("FREQ=YEARLY", "2020-01-07", ["2027-01-07"]),
            ("FREQ=YEARLY;INTERVAL=2;BYYEARDAY=5,-1", "2020-01-07", []),
            ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU", "2020-01-07", ["2027-01-03"]),
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2020-01-07", []),
            ("FREQ=MONTHLY;BYMONTHDAY=8;BYDAY=1MO", "2020-01-07", []),
        ])
    func occurs(rule: String, anchor: String, expected: [String]) throws {
        let start = LocalDateTime(date: try Fixture.date(anchor), time: try #require(LocalTime(iso: "17:00")))
        let found = try expander.occurrences(of: rule, from: start, in: DayRange("2027-01-01..2027-01-31"))
        #expect(found.map(\.description) == expected.map { $0 + "T17:00:00" })
    }

    @Test("times of day are the rule's, in order, and BYSETPOS counts them")
    func timesOfDay() throws {
        let start = try #require(LocalDateTime(iso: "2027-01-01T17:30"))
        let days = try DayRange("2027-01-01..2027-01-02")
        let twice = try expander.occurrences(of: "FREQ=DAILY;BYHOUR=18,9", from: start, in: days)
        #expect(twice.map(\.description) == ["2027-01-01T18:30:00", "2027-01-02T09:30:00", "2027-01-02T18:30:00"])
        let last = try expander.occurrences(of: "FREQ=DAILY;BYHOUR=18,9;BYSETPOS=-1", from: start, in: days)
        #expect(last.map(\.description) == ["2027-01-01T18:30:00", "2027-01-02T18:30:00"])
    }

    @Test("a rule without an occurrence in ten thousand years ends, within its budget")
    func neverOccurs() throws {
        let start = try #require(LocalDateTime(iso: "0001-01-01T00:00"))
        let days = try DayRange("9600-01-01..9999-12-31")
        #expect(try expander.occurrences(of: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", from: start, in: days) == [])
        #expect(try expander.occurrences(of: "FREQ=MONTHLY;BYMONTHDAY=8;BYDAY=1MO", from: start, in: days) == [])
        #expect(
            try expander.occurrences(of: "FREQ=WEEKLY;WKST=SU;BYDAY=SU;INTERVAL=9999", from: start, in: days).count == 2
        )
    }

    @Test(
        "a rule with too many candidates is refused by name",
        arguments: [
            ("FREQ=DAILY", "0001-01-01..9999-12-31"),
            (
                "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10;BYMINUTE=0,1,2,3,4,5;BYSECOND=0,1,2,3,4,5",
                "2027-01-01..2029-12-31"
            ),
        ])
    func budget(rule: String, days: String) throws {
        let start = try #require(LocalDateTime(iso: "0001-01-01T00:00"))
        let error = try #require(throws: BadInput.self) {
            try expander.occurrences(of: rule, from: start, in: DayRange(days))
        }
        #expect(error.message.contains("more than 250000 candidates"))
        #expect(error.message.contains(rule.prefix(60)))
    }
}
