import Mentoring
import ProgramFile
import Testing

@Suite("A program file with several mistakes")
struct AllComplaintsTests {
    private func complaints(_ yaml: String) throws -> [String] {
        let error = try #require(throws: BadInput.self) { try read(yaml) }
        return error.description.split(separator: "\n").map(String.init)
    }

    @Test("is told of all of them at once, by line")
    func all() throws {
        let yaml = """
            program: Nova
            contact: nobody
            location: irc
            colour: blue
            season: { start: 2027-01-05, weeks: many }
            cadence: weekly
            meets: { weeks-of-month: [2, 9], of: someday }
            session: { minutes: 3 }
            areas: [api]
            freezes:
              - { from: 2027-02-30, to: soon }
              - { from: 2027-03-09, to: 2027-03-08, reason: x }
            mentors:
              - { name: A, email: a@example.org, zone: Mars, weight: 0, knows: [db],
                  slots: [{ every: "Tue 25:00" }, { every: "Tue 17:00", prefer: 7 }, { at: "17:00" }] }
              - { nam: B, email: b@example.org, zone: Asia/Tokyo, away: [{ from: 2027-01-01 }] }
              - { name: C, email: c@example.org, zone: Asia/Tokyo }
            duties:
              - { name: triage, title: T, volunteers: [a@example.org, c@example.org, d@example.org] }
            """
        let lines = try complaints(yaml)
        let expected = [
            (1, "“Nova” is not a program's name"), (1, "title is missing"), (2, "not a mail address"),
            (4, "unknown key “colour”"), (5, "season.weeks: expected a whole number"),
            (5, "expected a Monday, such as 2027-01-04"),
            (6, "every-region or one-region-a-week"), (7, "a weekday such as tue, found “someday”"),
            (7, "a whole number from 1 to 5, found “9”"), (8, "capacity is missing in session"),
            (8, "session.minutes: expected a whole number"), (11, "freezes[1].from: expected a date"),
            (11, "freezes[1].to: expected a date"), (11, "reason is missing in freezes[1]"),
            (12, "ends before it begins"), (14, "Mars"), (14, "mentors[1].weight"), (15, "\"Tue 17:00\""),
            (15, "mentors[1].slots[2].prefer"), (15, "either every"), (16, "unknown key “nam”"),
            (16, "to is missing in mentors[2].away[1]"), (19, "the address of a mentor of this file"),
        ]
        #expect(lines.count == expected.count, "\(lines.joined(separator: "\n"))")
        for (line, words) in expected {
            #expect(
                lines.contains { $0.hasPrefix("nova.yaml:\(line): ") && $0.contains(words) },
                "\(line): \(words) is not in\n\(lines.joined(separator: "\n"))")
        }
        let numbers = lines.compactMap { $0.split(separator: ":").dropFirst().first.flatMap { Int($0) } }
        #expect(numbers == numbers.sorted())
    }

    @Test(
        "is told of nothing that only follows from another",
        arguments: [
            ("areas: [Api]", "is not an area"), ("regions: [asia, mars]", "asia or europe or americas"),
            ("freezes: 3", "expected a list"), ("session: 3", "a mapping of minutes, capacity"),
        ])
    func alone(line: String, words: String) throws {
        let key = line.split(separator: ":")[0]
        let others = small().split(separator: "\n").filter { !$0.hasPrefix("\(key):") }.joined(separator: "\n")
        let known =
            key == "areas" ? others.replacing("zone: Asia/Tokyo", with: "zone: Asia/Tokyo, knows: [api]") : others
        let lines = try complaints(line + "\n" + known)
        #expect(lines.count == 1, "\(lines)")
        #expect(lines.first?.hasPrefix("nova.yaml:1: ") == true && lines.first?.contains(words) == true, "\(lines)")
    }

    @Test(
        "is told of all that is wrong with its seasons, each and beside each other",
        arguments: [
            (
                "season: { name: W1, start: 2027-03-09, weeks: 0 }",
                ["“W1” is not a season's name", "expected a Monday, such as 2027-03-08", "season.weeks: expected"]
            ),
            (
                "seasons: [{ name: a, start: 2027-01-04, weeks: 8 }, { name: a, start: 2027-02-01, weeks: 4 }, { start: 2027-03-09, weeks: 4 }]",
                ["two seasons are called a", "overlap", "expected a Monday"]
            ),
            (
                "seasons: [{ name: a, start: 2027-01-04, weeks: 8 }, { name: a, start: 2027-02-01, weeks: 4 }]",
                ["two seasons are called a", "overlap"]
            ),
            // One name is taken also where the rest of the season is wrong.
            (
                "seasons: [{ name: a, start: 2027-01-04, weeks: 8 }, { name: a, start: 2027-04-06, weeks: 4 }]",
                ["two seasons are called a", "expected a Monday"]
            ),
            // Two overlap that do not follow each other, and two have the name of one month.
            (
                "seasons: [{ name: a, start: 2027-01-04, weeks: 26 }, { name: b, start: 2027-02-01, weeks: 2 }, { name: c, start: 2027-03-01, weeks: 2 }]",
                ["seasons a (2027-01-04 to 2027-07-04) and b", "seasons a (2027-01-04 to 2027-07-04) and c"]
            ),
            (
                "seasons: [{ start: 2027-01-04, weeks: 1 }, { start: 2027-01-11, weeks: many }]",
                ["two seasons are called 202701", "expected a whole number"]
            ),
        ])
    func seasons(seasons: String, expected: [String]) throws {
        let file = small().split(separator: "\n").map { $0.hasPrefix("season:") ? seasons : String($0) }
        let lines = try complaints(file.joined(separator: "\n"))
        #expect(lines.count == expected.count, "\(lines)")
        for words in expected { #expect(lines.contains { $0.contains(words) }, "\(words) is not in \(lines)") }
    }

    @Test(
        "that is wrong throughout is told of the first, and whether all of it was read",
        arguments: [
            (40, nil), (41, "and 1 more"), (199, "and 159 more"),
            // Of the last one the name is not read any more.
            (200, "and at least 160 more; the rest was not read"),
            (250, "and at least 160 more; the rest was not read"),
        ] as [(Int, String?)])
    func many(count: Int, more: String?) throws {
        let mentors = (1...count).map { "\n  - { name: A, email: a\($0)@example.org, zone: Mars }" }.joined()
        let lines = try complaints(small().split(separator: "mentors:")[0] + "mentors:" + mentors)
        #expect(lines.count == (more == nil ? 40 : 41))
        #expect(more == nil || lines.last == more)
    }
}
