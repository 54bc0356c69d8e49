import Foundation
import Testing

@testable import meridian

@Suite("Commands about calendars")
@MainActor
struct CalendarCommandTests {
    @Test("what we emit passes our own lint, and a broken copy does not")
    func lint() throws {
        let meridian = try CommandRunner()
        try meridian.planExample()
        let feed = try meridian.run("feed", "show", "nova").output
        let clean = try meridian.write(feed, as: "nova.ics")
        #expect(try meridian.run("lint", clean).status == 0)
        let broken = try meridian.write(
            feed.replacing("DTEND;TZID=Asia/Tokyo", with: "DTEND;TZID=Tokyo"), as: "broken.ics")
        let outcome = try meridian.run("lint", broken)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("rule 4"))
        #expect(try meridian.run("lint", meridian.write("a letter", as: "letter.ics")).status == 65)
        #expect(try meridian.run("lint", "missing.ics").status == 65)
    }

    @Test("a mentor's own calendar becomes slots, and what is busy leaves them", arguments: BackEnd.allCases)
    func slotImport(backEnd: BackEnd) throws {
        let meridian = try CommandRunner(backEnd)
        try meridian.planExample()
        let event = { (uid: String, day: String, hour: String, rule: String) in
            "BEGIN:VEVENT\r\nUID:\(uid)\r\nDTSTAMP:20261201T000000Z\r\nDTSTART;TZID=Asia/Seoul:\(day)T\(hour)0000\r\n"
                + "DURATION:PT1H\r\nSUMMARY:secret\r\n\(rule)END:VEVENT\r\n"
        }
        let calendar = { (events: String) in
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n\(events)END:VCALENDAR\r\n"
        }
        let free = try meridian.write(
            calendar(event("a", "20270104", "10", "RRULE:FREQ=WEEKLY;BYDAY=MO\r\n")), as: "free.ics")
        let busy = try meridian.write(calendar(event("b", "20270114", "19", "")), as: "busy.ics")
        let arguments = ["slot", "import", "nova", "--mentor", "seoyeon@example.org"]
        let rehearsed = try meridian.run(arguments: arguments + [free, "--dry-run"])
        #expect(rehearsed.status == 0)
        #expect(try meridian.run("slot", "list", "nova", "--mentor", "seoyeon@example.org").lines.count == 3)
        #expect(try meridian.run(arguments: arguments + [free]).status == 0)
        #expect(try meridian.run(arguments: arguments + [busy, "--busy"]).status == 0)
        let slots = try meridian.run("slot", "list", "nova", "--mentor", "seoyeon@example.org", "--json").output
        #expect(slots.contains("\"summary\":\"Mon 10:00\""))
        #expect(slots.contains("2027-01-14"))
        #expect(!slots.contains("secret"))
    }

    @Test("the forecast fits 80 columns and names the clock changes", arguments: BackEnd.allCases)
    func forecast(backEnd: BackEnd) throws {
        let meridian = try CommandRunner(backEnd)
        try meridian.planExample()
        let outcome = try meridian.run("forecast", "nova")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("14 Mar"))
        #expect(outcome.output.contains("28 Mar"))
        for line in outcome.lines { #expect(line.displayWidth <= 80, "\(line)") }
        #expect(try meridian.run("forecast", "nov").status == 1)
        // Nobody of the program lives there.
        let kathmandu = try meridian.run("forecast", "nova", "--zone", "Asia/Kathmandu")
        #expect(kathmandu.output.contains("Sessions to come on the clock in Kathmandu\n"))
        #expect(kathmandu.output.contains("by day"))
        #expect(kathmandu.output.contains("(Berlin)"))
        for line in kathmandu.lines { #expect(line.displayWidth <= 80, "\(line)") }
    }
}
