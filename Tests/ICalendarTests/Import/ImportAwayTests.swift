import Mentoring
import MentoringService
import Testing

@testable import ICalendar

@Suite("Days of absence in a calendar")
struct ImportAwayTests {
    private static func days(
        _ more: String, start: String = ";VALUE=DATE:20270301", end: String = ";VALUE=DATE:20270306"
    ) -> String {
        "BEGIN:VEVENT\nUID:v\nDTSTART\(start)\nDTEND\(end)\n\(more)\nEND:VEVENT"
    }

    private func away(_ lines: String, zone: String = "Europe/Berlin") throws -> [String] {
        let calendar = ForeignCalendars(zone: zone, owner: "zoe@example.org")
        let findings = try calendar.findings(lines)
        #expect(try calendar.large(ForeignCalendars.calendar(lines), pieces: 64) == findings)
        return findings.away.map { "\($0.line) \($0.days)" }
    }

    @Test(
        "are whole days that say so by Outlook's status, a category or the title",
        arguments: [
            "X-MICROSOFT-CDO-BUSYSTATUS:OOF", "CATEGORIES:Work,VACATION", "SUMMARY:Out of office",
            "SUMMARY;LANGUAGE=de:Urlaub", "SUMMARY:  vacation   ", "SUMMARY:OOO (Zoe)", "SUMMARY:Vacation: Zoe",
            "SUMMARY:zoe - PTO", "SUMMARY:Congés", "SUMMARY:休暇", "SUMMARY:Holiday", "SUMMARY:Rome\nCATEGORIES:Vacation",
            "SUMMARY:OOO (Lisbon)", "SUMMARY:Vacation - Rome", "SUMMARY:Vacation\\, Rome", "SUMMARY:Urlaub: New York",
            "SUMMARY:Zoe: PTO in Portugal", "SUMMARY:Annual leave\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY",
            "SUMMARY:Out-of-office\nTRANSP:OPAQUE", "SUMMARY:Out of the office", "SUMMARY:Leave",
            "SUMMARY:Parental leave", "SUMMARY:Sick", "SUMMARY:Vacation!", "SUMMARY:Vacation 🌴", "SUMMARY:✈️ Holiday",
        ])
    func said(line: String) throws {
        #expect(try away(Self.days(line)) == ["2 2027-03-01..2027-03-05"])
    }

    @Test(
        "are not what only speaks of it, recurs, is declined or cancelled, or is no whole day",
        arguments: [
            days("SUMMARY:Vacation planning"), days("SUMMARY:Anna on vacation"), days("SUMMARY:Holidays in Asia"),
            days("SUMMARY:Workshop"), days("SUMMARY:Leave Rome"), days("DESCRIPTION:vacation"),
            days("SUMMARY:Vacation\nSTATUS:CANCELLED"),
            days("SUMMARY:Vacation\nRRULE:FREQ=YEARLY"),
            days("SUMMARY:Away", start: ":20270301T090000", end: ":20270301T170000"),
            days("SUMMARY:Vacation\nATTENDEE;PARTSTAT=DECLINED:mailto:zoe@example.org"),
            days("SUMMARY:Vacation", start: ";VALUE=DATE:20250301", end: ";VALUE=DATE:20250306"),
            days("SUMMARY:Vacation", end: ";VALUE=DATE:20270201"), days("SUMMARY\u{7}:Vacation"),
            days("SUMMARY:Vacation").replacing("VEVENT", with: "VTODO"),
            // What its owner marked free: public holidays, others' absences in a team's calendar.
            days("SUMMARY:Vacation\nTRANSP:TRANSPARENT"), days("SUMMARY:OOO\nX-MICROSOFT-CDO-BUSYSTATUS:FREE"),
            days("SUMMARY:Carnival\nCATEGORIES:Holiday\nTRANSP:TRANSPARENT"),
            days("X-MICROSOFT-CDO-BUSYSTATUS:OOF\nTRANSP:TRANSPARENT"),
            days("SUMMARY:Carnival\nCATEGORIES:Holiday"), days("SUMMARY:Winter\nCATEGORIES:Ferien"),
            // Somebody else's, or nobody can tell whose.
            days("SUMMARY:Vacation: Peter"), days("SUMMARY:OOO: Peter"), days("SUMMARY:Peter: OOO"),
            days("SUMMARY:Peter - Urlaub"), days("SUMMARY:PTO (Peter)"), days("SUMMARY:Vacation planning (Rome)"),
            days("SUMMARY:Vacation planning meeting"), days("SUMMARY:OOO Rome handover"),
            days("SUMMARY:Holiday - Portugal"),
            days("SUMMARY:Vacation: Zoe and Peter"), days("SUMMARY:Peter: Vacation\nCATEGORIES:Vacation"),
        ])
    func notSaid(event: String) throws {
        #expect(try away(event) == [])
    }

    @Test("may be a time from midnight to midnight on the mentor's wall, as Google has it")
    func timed() throws {
        let event = Self.days("SUMMARY:Out of office", start: ":20270228T230000Z", end: ":20270305T230000Z")
        #expect(try away(event) == ["2 2027-03-01..2027-03-05"])
        #expect(try away(event, zone: "Europe/London") == [])
    }

    @Test("are those of the season, and put together where they follow each other")
    func together() throws {
        let lines = [
            Self.days("SUMMARY:Vacation", start: ":20270306", end: ":20270308"), Self.days("SUMMARY:Vacation"),
            Self.days("SUMMARY:OOO", start: ":20270701", end: ":20270801"),
            Self.days("SUMMARY:OOO", start: ":20261220"),
        ]
        #expect(try away(lines[0] + "\n" + lines[1]) == ["8 2027-03-01..2027-03-07"])
        #expect(try away(lines[2]) == ["2 2027-07-01..2027-07-04"])
        #expect(try away(lines[3]) == ["2 2027-01-04..2027-03-05"])
    }
}
