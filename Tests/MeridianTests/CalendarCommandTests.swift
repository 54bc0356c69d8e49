import Foundation
import Testing

@testable import meridian

@Suite("Commands about calendars")
struct CalendarCommandTests {
    @Test("what we emit passes our own lint, and a broken copy does not")
    func lint() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let feed = try await meridian.run("feed", "show", "nova").output
        let clean = try meridian.write(feed, as: "nova.ics")
        #expect(try await meridian.run("lint", clean).status == 0)
        let broken = try meridian.write(
            feed.replacing("DTEND;TZID=Asia/Tokyo", with: "DTEND;TZID=Tokyo"), as: "broken.ics")
        let outcome = try await meridian.run("lint", broken)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("rule 4"))
        #expect(try await meridian.run("lint", meridian.write("a letter", as: "letter.ics")).status == 65)
        #expect(try await meridian.run("lint", "missing.ics").status == 65)
    }

    @Test("a mentor's own calendar becomes slots, and what is busy leaves them", arguments: BackEnd.allCases)
    func slotImport(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
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
        let rehearsed = try await meridian.run(arguments: arguments + [free, "--dry-run"])
        #expect(rehearsed.status == 0)
        #expect(try await meridian.run("slot", "list", "nova", "--mentor", "seoyeon@example.org").lines.count == 4)
        #expect(try await meridian.run(arguments: arguments + [free]).status == 0)
        #expect(try await meridian.run(arguments: arguments + [busy, "--busy"]).status == 0)
        let slots = try await meridian.run("slot", "list", "nova", "--mentor", "seoyeon@example.org", "--json").output
        #expect(slots.contains("\"summary\":\"Mon 10:00\""))
        #expect(slots.contains("2027-01-14"))
        #expect(!slots.contains("secret"))
    }

    /// A VCALENDAR of these lines.
    private func calendar(_ lines: String...) -> String {
        (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN"] + lines + ["END:VCALENDAR", ""])
            .joined(separator: "\r\n")
    }

    /// Seo-yeon can lead on Thursdays at 19:00 in Seoul.
    private let arguments = ["slot", "import", "nova", "--mentor", "seoyeon@example.org", "--busy"]

    @Test("a slot that would have no date left asks first, and gets its dates back", arguments: BackEnd.allCases)
    func emptied(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let file = try meridian.write(
            calendar(
                "BEGIN:VEVENT", "UID:a", "DTSTART;TZID=Asia/Seoul:20270101T180000", "DURATION:PT3H", "RRULE:FREQ=DAILY",
                "END:VEVENT"), as: "all.ics")
        func list() async throws -> String {
            try await meridian.run("slot", "list", "nova", "--mentor", "seoyeon@example.org").output
        }
        let before = try await list()
        let refused = try await meridian.run(arguments: arguments + [file])
        #expect(refused.status == 1)
        #expect(refused.errors.contains("would have no date left") && refused.errors.contains("--yes"))
        #expect(try await list() == before)
        let rehearsed = try await meridian.run(arguments: arguments + [file, "--dry-run"])
        #expect(rehearsed.output.contains("would have no date left in the season"))
        #expect(rehearsed.output.contains("\nwithout --yes that is asked about first"))
        let sure = try await meridian.run(arguments: arguments + [file, "--dry-run", "--yes"])
        #expect(!sure.output.contains("without --yes"))
        #expect(try await list() == before)
        let done = try await meridian.run(arguments: arguments + [file, "--yes"])
        #expect(done.status == 0)
        #expect(done.output.contains("has no date left in the season"))
        let listed = try await list()
        #expect(listed.contains("slot 5 leaves out 26 days to come: ") && listed.contains(", …"))
        for line in done.lines where line.hasPrefix("undo: meridian ") {
            #expect(
                try await meridian.run(arguments: line.split(separator: " ").dropFirst(2).map(String.init)).status == 0)
        }
        #expect(try await list() == before)
        #expect(try await meridian.run("slot", "restore", "1").status == 64)
        #expect(try await meridian.run("slot", "restore", "1", "soon").status == 65)
        #expect(try await meridian.run("slot", "import", "nova", file, "--yes").status == 64)
    }

    @Test("days of absence are offered, and taken with --away, once", arguments: BackEnd.allCases)
    func away(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let file = try meridian.write(
            calendar(
                "BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270306",
                "SUMMARY:Vacation", "DESCRIPTION:secret", "END:VEVENT"), as: "away.ics")
        let offered = try await meridian.run(arguments: arguments + [file])
        #expect(offered.status == 0)
        #expect(
            offered.output.replacing("\n  ", with: " ").contains(
                "meridian away add seoyeon@example.org 2027-03-01..2027-03-05"))
        #expect(!offered.output.contains("secret"))
        let taken = try await meridian.run(arguments: arguments + [file, "--away"])
        #expect(taken.output.contains("2027-03-01..2027-03-05"))
        #expect(try await meridian.run("away", "list", "seoyeon@example.org").output.contains("2027-03-01  2027-03-05"))
        let again = try await meridian.run(arguments: arguments + [file, "--away", "--json"])
        #expect(again.output.contains("\"away\":[]"))
        // What it recorded goes with what it left out.
        let undo = taken.lines.filter { $0.hasPrefix("undo: meridian away remove ") }
        #expect(undo.count == 1)
        for line in undo {
            #expect(
                try await meridian.run(arguments: line.split(separator: " ").dropFirst(2).map(String.init)).status == 0)
        }
        #expect(try await !meridian.run("away", "list", "seoyeon@example.org").output.contains("2027-03-01"))
    }

    @Test("hundreds of birthdays are one line, and what may be busy stands last", arguments: BackEnd.allCases)
    func noise(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let risk = ["BEGIN:VEVENT", "DTSTART;TZID=Nowhere:20270202T170000", "DURATION:PT1H", "END:VEVENT"]
        let birthdays = Array(
            repeating: "BEGIN:VEVENT\r\nDTSTART:20270301\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT", count: 300)
        let file = try meridian.write(
            calendar((risk + birthdays).joined(separator: "\r\n")), as: "birthdays.ics")
        let outcome = try await meridian.run(arguments: arguments + [file])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = outcome.output.replacing("\n  ", with: " ")
        #expect(text.contains("line 8: VEVENT left: it takes no time (TRANSP:TRANSPARENT) (300 in all)\nline 4: "))
        #expect(text.contains("Tue 2027-02-02 17:00 may be busy: its zone “Nowhere”"))
        #expect(text.contains("entries left: 301"))
        #expect(outcome.lines.count < 10)
    }

    @Test("calendars of more than 1 MiB are read here, and only their times are sent", arguments: BackEnd.allCases)
    func large(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let zone = [
            "BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "BEGIN:STANDARD", "DTSTART:16010101T000000",
            "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE",
        ].joined(separator: "\r\n")
        let old = (0..<6000).map {
            "BEGIN:VEVENT\r\nUID:\($0)\r\nDTSTART:20200105T090000Z\r\nDTEND:20200105T100000Z\r\nDESCRIPTION:"
                + String(repeating: "secret ", count: 40) + "\r\nEND:VEVENT"
        }.joined(separator: "\r\n")
        let busy =
            "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;TZID=Customized Time Zone:20270114T190000\r\nDURATION:PT1H\r\nEND:VEVENT"
        let text = calendar(old, busy, zone)
        #expect(text.utf8.count > 2 << 20)
        let outcome = try await meridian.run(arguments: arguments + [meridian.write(text, as: "large.ics")])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("leaves out Thu 14 Jan 19:00"))
        #expect(outcome.output.contains("busy times in the season: 1; entries left: 0"))
        let broken = try await meridian.run(arguments: arguments + [meridian.write(text + "x", as: "broken.ics")])
        #expect(broken.status == 65)
        #expect(broken.errors.contains("broken.ics:\(6000 * 6 + 18): expected BEGIN:VCALENDAR"))
    }

    @Test("after the season nobody is advised what to do for it")
    func overAndDone() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        for (now, isOver) in [("2027-03-01T09:00:00Z", false), ("2027-07-06T09:00:00Z", true)] {
            let clock = ["MERIDIAN_NOW": now]
            let doctor = try await meridian.run(arguments: ["doctor"], extra: clock)
            let plan = try await meridian.run(arguments: ["plan", "nova"], extra: clock)
            for answer in [doctor, plan] {
                let words = answer.output.split { " \n".contains($0) }.joined(separator: " ")
                #expect(words.contains("passed without ever being announced"))
                #expect(words.contains("not held; the season is over") == isOver)
                #expect(words.contains("so that no more are missed") == !isOver)
            }
            let missed = doctor.lines.drop { !$0.hasPrefix("Missed") }.prefix { !$0.hasPrefix("Integrity") }
            #expect(missed.count == 1, "\(doctor.output)")
            let forecast = try await meridian.run(arguments: ["forecast", "nova"], extra: clock).output
            let season = forecast.split { " \n".contains($0) }.joined(separator: " ")
            #expect(season.hasSuffix("the season is over, and nothing is to come") == isOver)
            #expect(!season.contains("no turn is without a session"))
        }
    }

    @Test("the forecast names the clock changes", arguments: BackEnd.allCases)
    func forecast(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let outcome = try await meridian.run("forecast", "nova")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("14 Mar"))
        #expect(outcome.output.contains("28 Mar"))
        #expect(try await meridian.run("forecast", "nov").status == 1)
        // Nobody of the program lives there.
        let kathmandu = try await meridian.run("forecast", "nova", "--zone", "Asia/Kathmandu")
        #expect(kathmandu.output.contains("Sessions to come on the clock in Kathmandu\n"))
        #expect(kathmandu.output.contains("by day"))
        #expect(kathmandu.output.contains("(Berlin)"))
    }
}
