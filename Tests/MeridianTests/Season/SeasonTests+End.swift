import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Testing

/// How the season goes on, and what is left of it.
extension SeasonTests {
    func asiaWithers() async throws {
        for (week, mentor) in [("01", akira), ("02", ananya), ("03", akira)] {
            try await mentor("attend nova-202610-w\(week)-asia Priya")
        }
        let health = try await season.organizer("health nova")
        #expect(health.contains("\nWithering\n  Asia: 1, 1, 1 came to the last three sessions, 3 of 9 seats (33 %)\n"))
        #expect(
            health.contains("    join it to Europe for a trial: 1 of its 1 person has Tue 17:00 Berlin in their day"))
        #expect(try await akira("health nova").contains("  Asia: 1, 1, 1 came"))
        #expect(
            try await priya.refused("health nova")
                == "meridian: this needs the role mentor, and the token has trainee\n")
    }

    /// Two sessions more, one in ISO week 53 and one in the first week of 2027; with the second the last stage is reached.
    func theYearEnds(_ ada: Participant) async throws {
        for (week, mentor, change, moment) in [
            ("13", olena, 900_008, "2026-12-30T17:30:00Z"), ("14", zoe, 900_009, "2027-01-05T17:30:00Z"),
        ] {
            #expect(try await !ada("progress nova").contains("✓  candidate"))
            try await ada("enroll nova-202610-w\(week)-europe")
            try await mentor(
                "review pick nova-202610-w\(week)-europe \(Self.gerrit)\(change) --title 'Week \(week)' --area compute")
            await season.at(moment)
            try await mentor("attend nova-202610-w\(week)-europe ada_l")
        }
        let progress = try await ada("progress nova")
        #expect(
            progress.hasPrefix(
                """
                Ada Okafor in nova: 8 sessions (1 of them asynchronously), 8 reviews discussed, areas scheduler, compute and api, 1 session co-led

                """))
        #expect(progress.contains("\n✓  candidate       8/8      8/8    3/3     1/1\n"))
    }

    /// Each line is looked up in the session that it names, by people who can see that.
    func evidence(of ada: Participant) async throws {
        await season.at("2027-01-08T09:00:00Z")
        let markdown = try await zoe("evidence nova Ada")
        #expect(try await ada("evidence nova") == markdown)
        let refused = try await bob.refused("evidence nova Ada").replacing("Ada", with: "Nobody")
        #expect(try await refused == bob.refused("evidence nova Nobody"))
        let evidence = try await ada.reads("evidence nova", as: EvidenceView.self)
        let lines = markdown.split(separator: "\n").filter { $0.hasPrefix("- `") }
        #expect(lines.count == evidence.attended.count && lines.count == evidence.progress.sessions)
        for (line, claim) in zip(lines, evidence.attended) {
            let session = try await bob.reads("session show \(claim.session)", as: SessionView.self)
            let leader = session.mentor.name == "Zoë Müller" ? zoe : olena
            let seen = try await leader.reads("attend \(claim.session) --show", as: AttendanceView.self)
            let review = try #require(session.review)
            let area = try #require(review.area)
            let how = seen.asynchronous.contains("Ada Okafor") ? "asynchronously" : "present"
            #expect((how == "present") == seen.present.contains("Ada Okafor"))
            #expect(
                line.hasPrefix(
                    "- `\(session.code)`, \(session.start.rfc3339.prefix(10)), with \(session.mentor.name), [\(review.title)](<\(review.url)>) (\(area)), \(how)"
                ), "\(line)")
            #expect(line.hasSuffix(session.log.map { ", [log](<\($0)>)" } ?? how + (claim.isCoLed ? ", co-led" : "")))
            #expect(claim.isAsynchronous == (how == "asynchronously") && claim.review?.url == review.url)
        }
        #expect(evidence.attended.filter(\.isCoLed).map(\.session) == ["nova-202610-w06-europe"])
        #expect(markdown.contains("- Stage candidate: reached\n"))
    }

    func whatEverybodyCanRead(_ ada: Participant) async throws {
        let feed = try #require(try await ada("feed personal").firstMatch(of: /http\S+\.ics/)).output
        let calendar = try await season.read(String(feed), as: ada.email)
        #expect(calendar.contains("SUMMARY:") && calendar.contains("nova-202610-w14-europe"))
        let page = try await season.read(String(feed.dropLast(4)), as: ada.email)
        #expect(page.contains("candidate") && page.contains("Ada Okafor"))
        for address in ["/", "/nova", "/nova.ics", "/nova/nova-202610-w01-europe", "/nova/season.svg"] {
            _ = try await season.read(address)
        }
        #expect(
            try await season.read("/nova/nova-202610-w01-europe").contains(
                "https://meetings.example.org/nova-202610-w01.log.html"))
        // Where they belong, the search does find them.
        #expect(try await addresses(in: season.organizer("trainee list nova")).count == 5)
        let stranger = season.stranger("nobody@example.net")
        for line in ["session list nova", "review list nova", "program show nova", "freeze list nova"] {
            try await stranger(line)
        }
    }
}
