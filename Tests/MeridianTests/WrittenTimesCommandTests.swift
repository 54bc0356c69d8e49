import Foundation
import Testing

@testable import meridian

@Suite("Times as people write them, on the command line")
struct WrittenTimesCommandTests {
    @Test("a slot is said back in words, also where its words come without quotes", arguments: BackEnd.allCases)
    func publish(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let published = try await meridian.run(
            "slot", "publish", "nova", "--as", "akira@example.org", "every", "other", "Thursday", "8pm", "-", "9pm")
        #expect(published.status == 0, "\(published.errors)")
        #expect(published.lines[0].contains(" published: every other Thursday at 20:00, Asia/Tokyo"))
        #expect(published.unwrapped.contains("counted from the season’s first day, 2027-01-04"))
        let list = try await meridian.run("slot", "list", "nova", "--mentor", "akira@example.org")
        #expect(list.output.contains("every other Thu 20:00"))
    }

    @Test("on another's clock it is shown on both, and the night is the mentor's own")
    func zone() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let published = try await meridian.run(
            "slot", "publish", "nova", "--mentor", "akira@example.org", "Tue 17:00 Europe/Berlin")
        #expect(published.unwrapped.contains("every Tuesday at 17:00, Europe/Berlin (your own clock is Asia/Tokyo)"))
        let heading = try #require(published.lines.first { $0.hasPrefix("Your date") })
        #expect(heading.contains("Berlin"))
        #expect(published.lines.contains { $0.hasPrefix("Wed 06 Jan 01:00*  Tue 17:00") }, "\(published.output)")
        // A clock that is the mentor's by another name is theirs.
        // That it was named is new of the slot that there is, once.
        for isKnown in [false, true] {
            let own = try await meridian.run(
                "slot", "publish", "nova", "--mentor", "akira@example.org", "Tue 17:00 Japan")
            #expect(own.lines[0].hasPrefix("slot 1 of "))
            #expect(own.lines[0].hasSuffix("every Tuesday at 17:00, Asia/Tokyo"))
            #expect(own.lines[0].contains("is published already") == isKnown)
        }
    }

    @Test("a remark is made once, with its dates")
    func remarks() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let published = try await meridian.run(
            "slot", "publish", "nova", "--mentor", "akira@example.org", "Mon 5:00")
        let remarks = published.lines.filter { $0.hasPrefix("! ") }
        #expect(remarks.first == "! all 6 dates: outside your own day (08:00 to 22:00)")
        #expect(Set(remarks).count == remarks.count)
        #expect(published.unwrapped.contains("read as 05:00, in the morning"))
        #expect(published.output.contains("Mon 04 Jan 05:00*"))
    }

    @Test(
        "what may mean two things is asked about, and nothing is published",
        arguments: [
            (
                "Tue 5",
                "“Tue 5”, at character 5: 5 in the morning or in the afternoon? write 5am (05:00) or 5pm (17:00)"
            ),
            ("Tue 17:00 CET", "at character 11: no time zone CET: it is an abbreviation"),
            ("every second Tue 17:00", "every other Tuesday, or the 2nd Tuesday of every month?"),
            ("Tue 17:00-17:30", "from 17:00 on there are 30 minutes, and a session takes 60"),
        ])
    func questions(text: String, words: String) async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let before = try await meridian.run("slot", "list", "nova").output
        let refused = try await meridian.run("slot", "publish", "nova", "--mentor", "akira@example.org", text)
        #expect((refused.status, refused.output) == (65, ""))
        #expect(refused.errors.contains(words), "\(refused.errors)")
        #expect(try await meridian.run("slot", "list", "nova").output == before)
    }

    @Test("a log's first day and a token's last are days as people write them")
    func sinceAndExpires() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        for since in ["yesterday", "14 Dec", "last week", "Sun", "2026-12-14"] {
            #expect(try await meridian.run("log", "nova", "--since", since).lines.count > 2, "\(since)")
        }
        #expect(try await meridian.run("log", "nova", "--since", "tomorrow").output == "nothing is written down\n")
        let asked = try await meridian.run("log", "nova", "--since", "Mon")
        #expect(asked.status == 65 && asked.errors.contains("today, 14 Dec 2026, or 7 Dec 2026?"), "\(asked)")
        let made = try await meridian.run("token", "create", "akira@example.org", "--expires", "30 Jun")
        #expect(made.status == 0, "\(made)")
        #expect(try await meridian.run("token", "list").output.contains("2027-06-30"))
    }

    @Test(
        "days off are one's own without an address, and go on to the season's end without a last day",
        arguments: BackEnd.allCases)
    func away(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let own = try await meridian.run("away", "add", "8-14", "Feb", "--as", "akira@example.org")
        #expect(own.output.contains(": 2027-02-08..2027-02-14"), "\(own)")
        let open = try await meridian.run("away", "add", "2027-05-03..", "--as", "akira@example.org")
        #expect(open.output.contains(": 2027-05-03..2027-07-04"), "\(open)")
        #expect(open.unwrapped.contains("2027-05-03..2027-07-04, the season's last day"))
        let other = try await meridian.run(
            "away", "add", "zoe@example.org", "tomorrow", "--program", "nova", "--as", "olivia@example.org")
        #expect(other.output.contains("2026-12-15..2026-12-15"), "\(other)")
        let named = try await meridian.run("away", "add", "zoe", "muller", "8-9", "Mar", "--as", "olivia@example.org")
        #expect(named.output.contains(" of Zoë Müller in nova: 2027-03-08..2027-03-09"), "\(named)")
        let list = try await meridian.run("away", "list", "--as", "akira@example.org")
        #expect(list.output.contains("2027-02-08  2027-02-14"))
        let asked = try await meridian.run("away", "add", "next", "Mon", "--as", "akira@example.org")
        #expect((asked.status, asked.output) == (65, ""))
        #expect(asked.errors.contains("21 Dec 2026"))
        let late = try await meridian.run("away", "add", "2030-01-01..", "--as", "akira@example.org")
        #expect(late.status == 65)
        #expect(late.errors.contains("the last day has to be said"), "\(late)")
    }

    @Test("a freeze takes the same days", arguments: BackEnd.allCases)
    func freeze(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let freeze = try await meridian.run("freeze", "add", "nova", "3-9 May", "spring")
        #expect(freeze.output.contains("2027-05-03..2027-05-09"), "\(freeze)")
        let open = try await meridian.run("freeze", "add", "nova", "from 28 June", "end")
        #expect(open.output.contains("2027-06-28..2027-07-04"), "\(open)")
        let bare = try await meridian.run("freeze", "add", "nova", "10", "-", "16", "May", "release", "week")
        #expect(bare.output.contains("2027-05-10..2027-05-16"), "\(bare)")
        #expect(bare.output.contains(": release week"), "\(bare)")
        let month = try await meridian.run("freeze", "add", "nova", "17-18 May", "May")
        #expect(month.output.contains("2027-05-17..2027-05-18") && month.output.contains(": May\n"), "\(month)")
    }

    @Test(
        "of a freeze both the days and why have to be said, and neither for the other",
        arguments: [
            ("8-21 Mar", 64, "Say why"), ("8-21 Mra rest", 65, "did you mean Mar"),
            ("2027-03-08 2027-03-21 rest", 65, "or more of the days?"), ("1.2. rest", 65, "1 Feb or 2 Jan?"),
        ])
    func unreadFreeze(text: String, status: Int32, words: String) async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let before = try await meridian.run("freeze", "list", "nova")
        let outcome = try await meridian.run(
            arguments: ["freeze", "add", "nova"] + text.split(separator: " ").map(String.init))
        #expect(outcome.status == status && outcome.errors.contains(words), "\(outcome)")
        #expect(try await meridian.run("freeze", "list", "nova") == before)
    }

    @Test("a session moves within its week by a weekday and an hour", arguments: BackEnd.allCases)
    func move(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        let code = "nova-2027a-w02-europe"
        let friday = try await meridian.run("session", "move", code, "--to", "Fri 18:00")
        #expect(friday.output.hasPrefix("\(code) is on Fri 15 Jan 18:00 "), "\(friday)")
        let later = try await meridian.run("session", "move", code, "--to", "7pm")
        #expect(later.output.hasPrefix("\(code) is on Fri 15 Jan 19:00 "), "\(later)")
        let bare = try await meridian.run("session", "move", code, "--to", "Fri", "8", "in", "the", "evening")
        #expect(bare.output.hasPrefix("\(code) is on Fri 15 Jan 20:00 "), "\(bare)")
        let behind = try await meridian.run("session", "move", "--dry-run", "--to", "Fri", "21:00", code)
        #expect(behind.output.hasPrefix("\(code) would be on Fri 15 Jan 21:00 "), "\(behind)")
        let elsewhere = try await meridian.run("session", "move", code, "--to", "Fri 18:00 Asia/Tokyo")
        #expect(elsewhere.status == 65)
        #expect(elsewhere.errors.contains("write it so: --to 2027-01-15T"), "\(elsewhere)")
        let asked = try await meridian.run("session", "move", code, "--to", "Fri 6")
        #expect((asked.status, asked.output) == (65, ""))
    }

    @Test(
        "an hour that clocks skip or show twice is no hour to move to, and the words say what is",
        arguments: [
            ("2027-10-25", "show 02:30 twice on Sun 31 Oct, when they go back from UTC+02:00 to UTC+01:00"),
            ("2027-03-22", "skip 02:30 on 2027-03-28"),
        ])
    func clockChanges(start: String, words: String) async throws {
        let meridian = try CommandRunner()
        let file = try meridian.write(
            """
            program: nova
            title: Nova
            contact: contact@example.org
            location: ircs://irc.example.org/nova
            season: { name: a, start: \(start), weeks: 2 }
            session: { minutes: 60, capacity: 2 }
            announce-weeks: 2
            mentors:
              - { name: Mo, email: mo@example.org, zone: Europe/Berlin, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: "weekdays 10h" }] }
            """, as: "nova.yaml")
        let clock = ["MERIDIAN_NOW": "\(start.prefix(8))10T09:00:00Z"]
        for arguments in [["program", "apply", file], ["plan", "nova", "--publish"]] {
            let outcome = try await meridian.run(arguments: arguments, extra: clock)
            try #require(outcome.status == 0, "\(outcome)")
        }
        let moved = try await meridian.run("session", "move", "nova-a-w01-europe", "--to", "Sun 2:30", extra: clock)
        #expect(moved.status != 0)
        #expect(moved.errors.contains(words), "\(moved)")
    }
}

extension CommandRunner.Outcome {
    /// What was said, whatever the width of a line.
    fileprivate var unwrapped: String { output.replacing("\n  ", with: " ") }
}
