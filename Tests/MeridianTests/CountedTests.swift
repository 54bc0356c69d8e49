import Testing

@testable import meridian

@Suite("A count of one")
struct CountedTests {
    /// A season of one week, one seat and one turn, in which everything that can be counted is there once.
    private static let file = """
        program: nova
        title: Nova
        contact: contact@example.org
        location: ircs://irc.example.org/nova
        season: { start: 2027-01-04, weeks: 1 }
        session: { minutes: 60, capacity: 1 }
        regions: [asia]
        announce-weeks: 1
        confirm-hours: 1
        mentors:
          - { name: Akira, email: akira@example.org, zone: Asia/Tokyo, slots: [{ every: "Tue 17:00" }] }
        """

    private static let plurals: Set = [
        "sessions", "weeks", "seats", "turns", "people", "hours", "days", "minutes", "slots", "trainees", "mentors",
        "mails", "places", "points", "changes", "programs", "dates", "months", "votes", "lines", "become",
    ]

    /// What is said of one thing as if there were more; `1 more weeks` is, too.
    private func wrong(_ text: String) -> [String] {
        text.split(separator: "\n").flatMap { wrong(line: $0) }
    }

    private func wrong(line: Substring) -> [String] {
        let words = line.split { !$0.isLetter && !$0.isNumber && !".:-/".contains($0) }.map(String.init)
        return words.indices.dropLast().compactMap { index in
            guard words[index] == "1" else { return nil }
            let between = ["more", "fewer", "other"].contains(words[index + 1]) ? 1 : 0
            let noun = words.dropFirst(index + 1 + between).first ?? ""
            return Self.plurals.contains(noun) ? words[index...].prefix(3).joined(separator: " ") : nil
        }
    }

    @Test("is said as one, whichever command counts")
    func commands() async throws {
        #expect(
            wrong("of 1 seats, 1 more weeks; 11 weeks, 2.1 turns, 1 seat, w01 weeks") == ["1 seats 1", "1 more weeks"])
        let meridian = try CommandRunner()
        let file = try meridian.write(Self.file, as: "nova.yaml")
        let join = ["trainee", "join", "nova", "--name", "Ada", "--email", "ada@example.org", "--zone", "Asia/Tokyo"]
        let code = "nova-202701-w01-asia"
        for command in [
            ["program", "apply", file], ["plan", "nova", "--publish"], join,
            ["enroll", code, "--as", "ada@example.org"], ["program", "show", "nova"], ["season", "list", "nova"],
            ["session", "list", "nova", "--accessible"], ["session", "show", code], ["session", "picture", "nova"],
            ["forecast", "nova"], ["health", "nova"], ["why", code], ["progress", "nova"],
            ["plan", "nova", "--without", "akira@example.org"], ["plan", "nova", "--report"],
            ["session", "cancel", code, "--reason", "ill", "--dry-run"],
            [
                "mentor", "add", "nova", "--name", "Mei", "--email", "mei@example.org", "--zone", "Asia/Tokyo",
                "--min-gap-weeks", "1", "--max-per-month", "1",
            ],
            ["mentor", "remove", "nova", "akira@example.org", "--dry-run"],
        ] {
            let outcome = try await meridian.run(arguments: command)
            #expect(outcome.status == 0, "\(command) \(outcome)")
            #expect(wrong(outcome.output + outcome.errors) == [], "\(command)")
        }
    }
}
