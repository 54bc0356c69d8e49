import Mentoring
import MentoringAPI
import MentoringService
import Testing

/// What the sessions are about.
extension SeasonTests {
    static let gerrit = "https://review.example.org/c/openstack/nova/+/"

    func everybodyProposesAndVotes(_ ada: Participant) async throws {
        let proposals: [(Participant, String, String, String)] = [
            (ada, "900001", "Fix the race in the scheduler", "scheduler"),
            (bob, "900002", "Retry a failed live migration", "compute"),
            (carla, "900003", "Add a microversion", "api"), (emil, "900004", "Cache the hosts", "scheduler"),
        ]
        for (number, (person, change, title, area)) in proposals.enumerated() {
            #expect(
                try await person("review propose nova \(Self.gerrit)\(change) --title '\(title)' --area \(area)")
                    == "review \(number + 1): \(title), 0 votes\n")
        }
        for (voter, number) in [(bob, 1), (emil, 1), (ada, 1), (ada, 2), (emil, 2), (bob, 3)] {
            try await voter("review vote \(number)")
        }
        #expect(try await emil("review vote 1") == "review 1 has 3 votes\n")
        let ranked = try await zoe("review list nova --session nova-202610-w01-europe").split(separator: "\n")
        #expect(
            ranked[1].split(separator: #/  +/#).map(String.init) == [
                "1", "proposed", "Fix the race in the scheduler", "10",
                "3 votes, 3 of 3 enrolled have not covered scheduler",
                "https://review.example.org/c/openstack/nova/+/900001",
            ])
        #expect(ranked[2].contains("2  proposed  Retry a failed live migration"))
        #expect(
            try await ada.refused("review pick nova-202610-w01-europe 1")
                == "meridian: this needs the role mentor, and the token has trainee\n")
        // Asia's mentors bring their own all season, and so leave the proposals to Europe.
        for week in [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15] {
            let code = "nova-202610-w\(week < 10 ? "0" : "")\(week)-asia"
            let mentor = try await season.organizer("session show \(code)").contains("Akira") ? akira : ananya
            try await mentor("review pick \(code) \(Self.gerrit)\(800_000 + week) --title 'Asia, week \(week)'")
        }
    }

    func zoePicksAndAsks(_ ada: Participant) async throws {
        await season.at("2026-10-01T09:00:00Z")
        _ = try await season.mail()
        let before = try await sequence(ofWeek: 1)
        #expect(
            try await zoe("review pick nova-202610-w01-europe \(Self.gerrit)900001/3")
                == "nova-202610-w01-europe is about Fix the race in the scheduler, patch set 3; 4 people are told\n")
        #expect(
            try await zoe("review pick nova-202610-w01-europe \(Self.gerrit)900001/3")
                == "nova-202610-w01-europe is about Fix the race in the scheduler, patch set 3; nobody is told\n")
        let mails = try await season.mail()
        #expect(mails.map(\.summary) == ["ada", "bob", "emil", "zoe"].map { "\($0): The review" })
        #expect(mails.allSatisfy { $0.sequence == before + 1 })
        #expect(try await season.mail().isEmpty)

        try season.write("Who takes the lock first?\nWhat does the test not see?\n", as: "questions.txt")
        #expect(
            try await zoe("review note nova-202610-w01-europe questions.txt")
                == "nova-202610-w01-europe has 2 lines of questions; 4 people are told\n")
        #expect(
            try await season.mail().map(\.summary) == ["ada", "bob", "emil", "zoe"].map { "\($0): What to look for" })
        #expect(try await sequence(ofWeek: 1) == before + 2)
        let event = try await event(ofWeek: 1)
        #expect(event.contains("Review: Fix the race in the scheduler \(Self.gerrit)900001/3\\nRead: patch set 3\\n"))
        #expect(event.contains("Questions:\\nWho takes the lock first?\\nWhat does the test not see?\\n"))
    }

    /// Olena is told by day, and then what most have voted for stands in.
    func olenaForgets(_ ada: Participant) async throws {
        for person in [ada, bob] { try await person("enroll nova-202610-w02-europe") }
        await season.at("2026-10-08T23:00:00Z")
        _ = try await season.mail()
        await season.at("2026-10-09T14:59:00Z")
        #expect(try await season.mail().isEmpty)
        await season.at("2026-10-09T15:00:00Z")  // 18:00 in Kyiv
        let reminder = try await season.mail()
        #expect(reminder.map(\.summary) == ["olena: Pick a review"])
        #expect(reminder[0].text.contains("Retry a failed live migration"))
        await season.at("2026-10-10T14:59:00Z")
        #expect(try await season.mail().isEmpty)
        await season.at("2026-10-10T15:00:00Z")
        #expect(try await season.mail().map(\.summary) == ["ada: The review", "bob: The review", "olena: The review"])
        #expect(
            try await ada("session show nova-202610-w02-europe").contains(
                "\nReview     Retry a failed live migration \(Self.gerrit)900002\n"))
    }

    func aPickMerges(_ ada: Participant) async throws {
        await season.at("2026-10-15T09:00:00Z")
        for person in [ada, bob] { try await person("enroll nova-202610-w03-europe") }
        try await zoe("review pick nova-202610-w03-europe 3")
        _ = try await season.mail()
        let fetched = try await LocalGerrit.fetch(from: season.database, at: season.now, merged: [900_003])
        #expect(fetched.first { $0.id.rawValue == 3 }?.told == ["nova-202610-w03-europe"])
        let mails = try await season.mail()
        #expect(mails.map(\.summary) == ["zoe: The review is merged"])
        #expect(mails[0].text.contains("Cache the hosts"))
        #expect(
            try await zoe("review pick nova-202610-w03-europe 4")
                == "nova-202610-w03-europe is about Cache the hosts, patch set 2; 3 people are told\n")
        #expect(try await season.mail().map(\.summary) == ["ada: The review", "bob: The review", "zoe: The review"])
        #expect(try await bob("review list nova").contains("3  proposed, merged  Add a microversion "))
    }

    /// The event of one of Europe's sessions in the public feed.
    private func event(ofWeek week: Int) async throws -> Substring {
        let feed = try await season.read("/nova/europe.ics").replacing("\r\n ", with: "").replacing("\r\n", with: "\n")
        return try #require(
            feed.split(separator: "BEGIN:VEVENT").first { $0.contains("SUMMARY:Europe\\, week \(week) ") })
    }

    private func sequence(ofWeek week: Int) async throws -> Int {
        let number = try await event(ofWeek: week).firstMatch(of: /SEQUENCE:(\d+)/).flatMap { Int($0.output.1) }
        return try #require(number)
    }
}
