import Foundation
import Testing

@testable import meridian

@Suite("meridian plan")
struct PlanCommandTests {
    @Test("--report says what is covered, who leads and whom it suits, and draws it")
    func report() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        for (name, zone) in [("ada", "Africa/Lagos"), ("kay", "Pacific/Honolulu")] {
            _ = try await meridian.run(
                "trainee", "join", "nova", "--name", name, "--email", "\(name)@example.org", "--zone", zone)
        }
        let report = try await meridian.run("plan", "nova", "--report", "--svg", "report.svg")
        #expect(report.status == 0, "\(report.errors)")
        for title in ["Coverage", "Who leads", "Whom the hours suit", "Who attends", "Clock changes"] {
            #expect(report.output.contains("\n\n\(title)"), "\(title)")
        }
        #expect(report.output.contains("Pacific/Honolulu"))
        #expect(!report.output.contains("@"), "nobody's address is in a report")
        let picture = try String(contentsOf: meridian.folder.appending(path: "report.svg"), encoding: .utf8)
        #expect(picture.hasPrefix("<svg ") && picture.hasSuffix("</svg>\n"))
        let json = try await meridian.run("plan", "nova", "--report", "--json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect((object["turns"] as? [Any])?.count == 78 && object["program"] as? String == "nova")
        #expect(try await meridian.run("plan", "nova").output.contains("if published: 0 of 71 sessions change"))
    }

    @Test("--svg draws the season as it is and as planned, and health who came")
    func drawn() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let plan = try await meridian.run("plan", "nova", "--svg", "plan.svg")
        #expect(plan.status == 0 && plan.output.contains("if published: 0 of 71 sessions change"))
        let picture = try String(contentsOf: meridian.folder.appending(path: "plan.svg"), encoding: .utf8)
        #expect(picture.hasPrefix("<svg ") && picture.contains("No turn changes."))
        let health = try await meridian.run("health", "nova", "--svg", "-").output
        #expect(health.hasPrefix("<svg ") && health.hasSuffix("</svg>\n") && health.contains("nothing is recorded."))
    }

    @Test("of a season that is over no turn is covered: none is to come")
    func over() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let plan = try await meridian.run("plan", "nova", extra: ["MERIDIAN_NOW": "2027-08-20T12:00:00Z"])
        #expect(plan.status == 0 && plan.output.contains("\nno turn is to come\n"))
        #expect(!plan.output.contains("covered"))
    }

    @Test("a running season cannot be cut short into what has passed, and may end sooner than it was to")
    func cut() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let now = ["MERIDIAN_NOW": "2027-02-20T12:00:00Z"]
        let file = try await meridian.run("program", "export", "nova").output
        func outcome(ofWeeks weeks: Int) async throws -> CommandRunner.Outcome {
            let cut = file.replacing("weeks: 26", with: "weeks: \(weeks)")
            return try await meridian.run(arguments: ["program", "apply", "--dry-run", "-"], extra: now, input: cut)
        }
        let refused = try await outcome(ofWeeks: 3)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("the season 2027a cannot end on 2027-01-24: that is past"), "\(refused.errors)")
        #expect(refused.errors.contains("give it 7 weeks or more, of which the last ends on 2027-02-21"))
        #expect(try await outcome(ofWeeks: 8).output.contains("26 weeks) → 2027a (2027-01-04, 8 weeks)"))
    }

    @Test("what is supposed is told in words, and nothing is stored")
    func suppositions() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let outcome = try await meridian.run(
            "plan", "nova", "--without", "zoe@example.org", "--with-slot", "ciaran@example.org Fri 18:00", "--zone",
            "Europe/Berlin")
        #expect(outcome.lines[0].hasPrefix("supposing that Zoë Müller leads nothing from now on and Ciarán Byrne also"))
        #expect(outcome.output.contains("sessions change, compared with planning now without that"))
        #expect(outcome.output.contains("\n  Zoë Müller leads 0 turns instead of 6\n"))
        #expect(try await meridian.run("plan", "nova").output.contains("if published: 0 of 71 sessions change"))
    }

    @Test("what hours cost the trainees is told in points, and what a point is")
    func points() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        for (name, zone) in [("Ada", "Asia/Kolkata"), ("Bo", "Europe/Kyiv")] {
            let joined = try await meridian.run(
                "trainee", "join", "nova", "--name", name, "--email", "\(name)@example.org", "--zone", zone)
            try #require(joined.status == 0, "\(joined)")
        }
        let plan = try await meridian.run("plan", "nova", "--without", "zoe@example.org", "--changes-only")
        #expect(plan.output.contains("\n  the hours cost the trainees 0 points instead of 1: "), "\(plan)")
        #expect(plan.output.contains("\n  the trainee who has it worst bears 0 points instead of 1\n"), "\(plan)")
        #expect(plan.output.contains("\n  points: what a week costs a trainee at its best session: "), "\(plan)")
        #expect(!plan.output.contains("misery"))
    }

    @Test("an absence promises no other mentor where there is none, and the plan names who is told that it is off")
    func nobodyElse() async throws {
        let meridian = try CommandRunner()
        let file = try meridian.write(
            """
            program: nova
            title: Nova
            contact: contact@example.org
            location: ircs://irc.example.org/nova
            season: { start: 2027-01-04, weeks: 2 }
            cadence: every-region
            session: { minutes: 60, capacity: 1 }
            regions: [asia]
            announce-weeks: 4
            mentors:
              - { name: Akira Sato, email: akira@example.org, zone: Asia/Tokyo, min-gap-weeks: 1, slots: [{ every: "Tue 17:00" }] }
            """, as: "nova.yaml")
        try #require(try await meridian.run("program", "apply", file).status == 0)
        #expect(try await meridian.run("plan", "nova").output.contains("\ntold: Akira Sato\n"))
        try #require(try await meridian.run("plan", "nova", "--publish").status == 0)
        let away = try await meridian.run("away", "add", "akira@example.org", "2027-01-04..2027-01-10")
        #expect(
            away.output.contains("leads nova-202701-w01-asia then: the next plan gives it to others, or calls off"),
            "\(away)")
        let plan = try await meridian.run("plan", "nova")
        #expect(plan.output.contains("\nnova-202701-w01-asia is dropped, was "))
        #expect(plan.output.contains("\ntold: Akira Sato\n"))
    }

    @Test("tables and freezes say beside a region's word what the program calls it")
    func regionTitles() async throws {
        let meridian = try CommandRunner()
        let file = try meridian.write(
            """
            program: nova
            title: Nova
            contact: contact@example.org
            location: ircs://irc.example.org/nova
            season: { start: 2027-01-04, weeks: 2 }
            session: { minutes: 60, capacity: 1 }
            regions: [{ asia: APAC }, europe]
            mentors:
              - { name: Akira Sato, email: akira@example.org, zone: Asia/Tokyo, slots: [{ every: "Tue 17:00" }] }
            """, as: "nova.yaml")
        try #require(try await meridian.run("program", "apply", file).status == 0)
        let add = [
            "freeze", "add", "nova", "2027-01-04..2027-01-10", "release", "--region", "asia", "--region", "europe",
        ]
        let added = try await meridian.run(arguments: add, at: .database)
        #expect(added.lines.first == "freeze 1: 2027-01-04..2027-01-10, asia (APAC), europe: release", "\(added)")
        let freezes = try await meridian.run("freeze", "list", "nova")
        #expect(
            freezes.lines[1].hasSuffix("1  2027-01-04  2027-01-10  asia (APAC), europe  release"), "\(freezes)")
        for arguments in [["mentor", "list", "nova"], ["plan", "nova"]] {
            let said = try await meridian.run(arguments: arguments, at: .database)
            #expect(said.lines.contains { $0.contains("asia (APAC)") && $0.contains("Akira Sato") }, "\(said)")
        }
        // Nothing is added to what programs read, nor where all regions are meant.
        _ = try await meridian.run("freeze", "add", "nova", "2027-01-11..2027-01-12", "days off")
        let all = try await meridian.run("freeze", "list", "nova")
        #expect(
            all.lines.contains { $0.contains("2  2027-01-11  2027-01-12  all regions") && $0.hasSuffix("days off") },
            "\(all)")
        #expect(try await !meridian.run("freeze", "list", "nova", "--json").output.contains("APAC"))
    }

    @Test("what changes is told, with what it was")
    func changes() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        _ = try await meridian.run("freeze", "add", "nova", "2027-04-26..2027-05-02", "release week")
        _ = try await meridian.run("away", "add", "zoe@example.org", "2027-05-10..2027-05-16")
        let plan = try await meridian.run("plan", "nova")
        #expect(plan.output.contains("\nnova-2027a-w17-asia is dropped, was Wed 2027-04-28 18:30 Asia/Kolkata, "))
    }

    @Test("--changes-only says what changes and nothing else, also as JSON, and that nothing does")
    func changesOnly() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        #expect(try await meridian.run("plan", "nova", "--changes-only").output == "nothing changes\n")
        _ = try await meridian.run("freeze", "add", "nova", "2027-04-26..2027-05-02", "release week")
        let plan = try await meridian.run("plan", "nova", "--changes-only")
        #expect(plan.output.contains("\nnova-2027a-w17-asia is dropped, was Wed 2027-04-28 18:30 Asia/Kolkata, "))
        for heading in ["Mentor", "Region", "w16", "every turn"] {
            #expect(!plan.output.contains(heading), "\(heading)")
        }
        let json = try await meridian.run("plan", "nova", "--changes-only", "--json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect((object["changes"] as? [Any])?.count == 3 && object["sessions"] == nil && object["fairness"] == nil)
    }

    @Test(
        "what cannot be asked together is refused",
        arguments: [
            (["--publish", "--without", "zoe@example.org"], 64, "cannot be published"),
            (["--publish", "--with-slot", "zoe@example.org Tue 17:00"], 64, "cannot be published"),
            (["--report", "--publish"], 64, "--report shows the season"),
            (["--changes-only", "--report"], 64, "leave out --explain and --report"),
            (["--without", "nobody"], 1, "there is no mentor of nova called nobody"),
            (["--without", "nobody@"], 65, "is not a mail address"),
            (["--without", "zoo@example.org"], 1, "did you mean zoe@example.org"),
            (["--with-slot", "zoe@example.org"], 65, "expected something like"),
            (["--report", "--svg", "no/such/folder.svg"], 65, "cannot be written"),
        ])
    func refused(arguments: [String], status: Int32, words: String) async throws {
        let meridian = try CommandRunner()
        let example = try meridian.write(try await meridian.run("program", "example").output, as: "nova.yaml")
        try #require(try await meridian.run("program", "apply", example).status == 0)
        let outcome = try await meridian.run(arguments: ["plan", "nova"] + arguments)
        #expect(outcome.status == status, "\(outcome)")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.output == "")
    }

    @Test("one mentor's absence is said to change as little as can be")
    func fewest() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        _ = try await meridian.run("away", "add", "zoe@example.org", "2027-02-08..2027-02-28")
        let plan = try await meridian.run("plan", "nova", "--changes", "0")
        #expect(plan.lines[0].hasPrefix("if published: 2 of 71 sessions change"))
        #expect(plan.output.contains("\nno plan that covers as many turns changes less (proved)\n"))
        // Otherwise as many more may change as somebody misses of a whole fair share.
        let usual = try await meridian.run("plan", "nova")
        #expect(usual.lines[0].hasPrefix("if published: 3 of 71 sessions change"))
        #expect(usual.output.contains("\n1 of at most 1 tentative turns change beyond the 2 that must; turns of the"))
    }

    @Test("session picture writes the season as the server draws it")
    func picture() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let picture = try await meridian.run("session", "picture", "nova", "--zone", "Africa/Lagos")
        #expect(picture.output.contains("on the clock of Africa/Lagos</title>"))
        #expect(
            try await meridian.run("session", "picture", "nova", "--zone", "Africa/Lagos", "--svg", "a.svg").output
                == "")
        #expect(
            try String(contentsOf: meridian.folder.appending(path: "a.svg"), encoding: .utf8) == picture.output)
    }
}
